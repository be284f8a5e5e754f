import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { filterPredicates, matchAll } from '../filter.js';
import type { List } from '../list.js';
import type { SelectedField } from '../selection.js';
import { filterOf, orderOf } from './arguments.js';

// A section has citations too, its own paragraphs, but does not speak of itself.
const spokenOf = Cypher.labelExpr.and('Entity', Cypher.labelExpr.not('Section'));

/**
 * The entities that a section, or one of its parts, is cited for. Citations are lists on the nodes, so this reads all
 * entities: Neo4j has no index over the items of a list.
 */
export function citedList(compilation: Compilation, field: SelectedField, section: Cypher.Variable): List {
  const item = new Cypher.Node();
  return {
    name: `Section.${field.name}`,
    item,
    carried: [],
    order: orderOf(compilation, field),
    repeats: false,
    source: (predicates) => {
      const marks = new Cypher.Variable();
      const own = filterPredicates(filterOf(compilation, field, item));
      const pattern = new Cypher.Pattern(item, { labels: spokenOf });
      return Cypher.utils.concat(
        new Cypher.With([marksOf(section), marks]),
        matchAll([pattern], [isCited(item, marks), ...own, ...predicates]),
      );
    },
    node: () => compilation.entity(field.nodes, item),
  };
}

/** How the citations of a section and its parts begin. */
function marksOf(section: Cypher.Variable): Cypher.Collect {
  const part = new Cypher.Node();
  const parts = new Cypher.Pattern(section)
    .related({ type: 'PART_OF', direction: 'left', length: { min: 0 } })
    .to(part);
  const mark = Cypher.plus(new Cypher.Literal('§'), part.property('number'), new Cypher.Literal(' '));
  return new Cypher.Collect(Cypher.utils.concat(new Cypher.Match(parts), new Cypher.Return(mark)));
}

function isCited(item: Cypher.Node, marks: Cypher.Variable): Cypher.Predicate {
  const citation = new Cypher.Variable();
  const mark = new Cypher.Variable();
  return Cypher.any(
    citation,
    Cypher.coalesce(item.property('citations'), new Cypher.List([])),
    Cypher.any(mark, marks, Cypher.startsWith(citation, mark)),
  );
}
