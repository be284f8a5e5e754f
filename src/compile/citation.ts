import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from './compilation.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';
import { collectRows, mapItems, row, type Value } from './value.js';
import { atlasLabel } from '../shared/atlas-label.js';

/**
 * Compiles stored citations: those of an entity, a relation or a statement. Each is stored as text such as
 * `§2.1 ¶2 (line 75)`: the number of the section, the paragraph within the chapter, the line of the article.
 */
export function compileCitations(compilation: Compilation, field: SelectedField, stored: Cypher.Expr): Value {
  const texts = Cypher.coalesce(stored, new Cypher.List([]));
  const text = new Cypher.Variable();
  const section = findField(fieldsOf(field.selection), 'section');
  if (!section) return decodeCitations(mapItems(row({ text }), text, texts));
  const unwind = new Cypher.Unwind([texts, text]);
  const node = new Cypher.Node();
  const reference = Cypher.listIndex(Cypher.split(text, new Cypher.Literal(' ')), 0);
  const sectionNumber = Cypher.substring(reference, new Cypher.Literal(1));
  const citation = row({ text, section: compilation.compileEntity(section.selection, node) });
  const match = new Cypher.Match(
    new Cypher.Pattern(node, { labels: [compilation.model.sections?.type ?? 'Entity', atlasLabel] }),
  ).where(Cypher.eq(node.property('number'), sectionNumber));
  return decodeCitations(collectRows(citation, (returnClause) => Cypher.utils.concat(unwind, match, returnClause)));
}

/** A citation as the statement returns it; `section` is absent if it is not selected. */
interface RawCitation {
  readonly text: string;
  readonly section?: unknown;
}

function decodeCitations({ expression, decode }: Value): Value {
  return { expression, decode: (packed) => (decode(packed) as RawCitation[]).map(toCitation) }; // rows with these keys
}

function toCitation({ text, section }: RawCitation): object {
  const [, chapter, paragraph] = /^§(\d+)[\d.]* ¶(\d+)/.exec(text) ?? [];
  return { chapter: Number(chapter), paragraph: Number(paragraph), section };
}
