import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { filterPredicates, matchAll } from '../filter.js';
import type { List } from '../list.js';
import type { SelectedField } from '../selection.js';
import { filterOf, orderOf } from './arguments.js';
import { ours } from '../ours.js';
import { mark } from '../../shared/mark.js';

/**
 * The entities that cite a section or one of its parts. Citations are list properties of the nodes, so this query scans
 * all entities: Neo4j cannot index the items of a list.
 */
export function citedList(
  compilation: Compilation,
  field: SelectedField,
  section: Cypher.Variable,
  parts?: string,
): List {
  const item = new Cypher.Node();
  const sections = sectionsLabel(compilation);
  // Sections cite their own paragraphs and are excluded.
  const labels = Cypher.labelExpr.and('Entity', mark, Cypher.labelExpr.not(sections));
  return {
    name: `${sections}.${field.name}`,
    item,
    carried: [],
    order: orderOf(compilation, field),
    repeats: false,
    source: (predicates) => {
      const beginnings = new Cypher.Variable();
      const own = filterPredicates(filterOf(compilation, field, item));
      const pattern = new Cypher.Pattern(item, { labels });
      return Cypher.utils.concat(
        new Cypher.With([beginningsOf(section, parts), beginnings]),
        matchAll([pattern], [isCited(item, beginnings), ...own, ...predicates]),
      );
    },
    node: (selection) => compilation.entity(selection, item),
  };
}

function sectionsLabel({ model }: Compilation): string {
  if (model.sections) return model.sections.type;
  throw new TypeError('A model with fields that list citing entities must have a type with @sections, found none.');
}

// The prefixes of the citations of a section and its parts.
function beginningsOf(section: Cypher.Variable, type: string | undefined): Cypher.Collect {
  const part = new Cypher.Node();
  const length = type === undefined ? { min: 0, max: 0 } : { min: 0 };
  const parts = new Cypher.Pattern(section)
    .related({ ...(type === undefined ? {} : { type }), direction: 'left', length, properties: ours })
    .to(part);
  const beginning = Cypher.plus(new Cypher.Literal('§'), part.property('number'), new Cypher.Literal(' '));
  return new Cypher.Collect(Cypher.utils.concat(new Cypher.Match(parts), new Cypher.Return(beginning)));
}

function isCited(item: Cypher.Node, beginnings: Cypher.Variable): Cypher.Predicate {
  const citation = new Cypher.Variable();
  const beginning = new Cypher.Variable();
  return Cypher.any(
    citation,
    Cypher.coalesce(item.property('citations'), new Cypher.List([])),
    Cypher.any(beginning, beginnings, Cypher.startsWith(citation, beginning)),
  );
}
