import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from './compilation.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';
import { collected, ofEach, row, type Value } from './value.js';
import { mark } from '../shared/mark.js';

/**
 * Compiles the citations of an entity or relation. Each is stored as text such as `§2.1 ¶2 (line 75)`: the number of
 * the section, the paragraph within the chapter, the line of the article.
 */
export function citationRows(compilation: Compilation, field: SelectedField, owner: Cypher.Variable): Value {
  const texts = Cypher.coalesce(owner.property('citations'), new Cypher.List([]));
  const text = new Cypher.Variable();
  const section = findField(fieldsOf(field.selection), 'section');
  if (!section) return readCitations(ofEach(row({ text }), text, texts));
  const each = new Cypher.Unwind([texts, text]);
  const node = new Cypher.Node();
  const beginning = Cypher.listIndex(Cypher.split(text, new Cypher.Literal(' ')), 0);
  const number = Cypher.substring(beginning, new Cypher.Literal(1));
  const cited = row({ text, section: compilation.entity(section.selection, node) });
  const match = new Cypher.Match(
    new Cypher.Pattern(node, { labels: [compilation.model.sections?.type ?? 'Entity', mark] }),
  ).where(Cypher.eq(node.property('number'), number));
  return readCitations(collected(cited, (found) => Cypher.utils.concat(each, match, found)));
}

/** A citation as the statement returns it; `section` is absent if it is not selected. */
interface FoundCitation {
  readonly text: string;
  readonly section?: unknown;
}

function readCitations({ expression, read }: Value): Value {
  return { expression, read: (packed) => (read(packed) as FoundCitation[]).map(toCitation) }; // rows with these keys
}

function toCitation({ text, section }: FoundCitation): object {
  const [, chapter, paragraph] = /^§(\d+)[\d.]* ¶(\d+)/.exec(text) ?? [];
  return { chapter: Number(chapter), paragraph: Number(paragraph), section };
}
