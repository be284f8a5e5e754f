import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from './compilation.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';

/**
 * The citations of an entity or relation, each a map with its `text` (`§2.1 ¶2 (line 75)`, from which the resolver
 * reads chapter and paragraph) and, where asked for, the row of its section.
 */
export function citationRows(compilation: Compilation, field: SelectedField, owner: Cypher.Variable): Cypher.Expr {
  const texts = Cypher.coalesce(owner.property('citations'), new Cypher.List([]));
  const text = new Cypher.Variable();
  const section = findField(fieldsOf(field.selection), 'section');
  if (!section) return new Cypher.ListComprehension(text).in(texts).map(new Cypher.Map({ text }));
  const node = new Cypher.Node();
  const mark = Cypher.listIndex(Cypher.split(text, new Cypher.Literal(' ')), 0);
  const number = Cypher.substring(mark, new Cypher.Literal(1));
  const row = new Cypher.Map({ text, section: compilation.entity(section.selection, node) });
  const match = new Cypher.Match(new Cypher.Pattern(node, { labels: 'Section' })).where(
    Cypher.eq(node.property('number'), number),
  );
  return new Cypher.Collect(Cypher.utils.concat(new Cypher.Unwind([texts, text]), match, new Cypher.Return(row)));
}
