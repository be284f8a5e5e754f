import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from './compilation.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';
import { collected, ofEach, row, type Value } from './value.js';

/**
 * The citations of an entity or relation, each with its `text` (`§2.1 ¶2 (line 75)`, from which the resolver
 * reads chapter and paragraph) and, where asked for, the row of its section.
 */
export function citationRows(compilation: Compilation, field: SelectedField, owner: Cypher.Variable): Value {
  const texts = Cypher.coalesce(owner.property('citations'), new Cypher.List([]));
  const text = new Cypher.Variable();
  const section = findField(fieldsOf(field.selection), 'section');
  if (!section) return ofEach(row({ text }), text, texts);
  const each = new Cypher.Unwind([texts, text]);
  const node = new Cypher.Node();
  const mark = Cypher.listIndex(Cypher.split(text, new Cypher.Literal(' ')), 0);
  const number = Cypher.substring(mark, new Cypher.Literal(1));
  const cited = row({ text, section: compilation.entity(section.selection, node) });
  const match = new Cypher.Match(new Cypher.Pattern(node, { labels: 'Section' })).where(
    Cypher.eq(node.property('number'), number),
  );
  return collected(cited, (found) => Cypher.utils.concat(each, match, found));
}
