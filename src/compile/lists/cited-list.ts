import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { compileFilter, matchAll } from '../filter.js';
import type { List } from '../list.js';
import type { SelectedField } from '../selection.js';
import { filterOf, orderOf } from './arguments.js';
import { countedRelations } from '../atlas-properties.js';
import { atlasLabel } from '../../shared/atlas-label.js';

/**
 * The entities that cite a section or one of its parts. Citations are list properties of the nodes, so this query scans
 * all entities: Neo4j cannot index the items of a list.
 */
export function createCitedList(
  compilation: Compilation,
  field: SelectedField,
  section: Cypher.Variable,
  parts?: string,
): List {
  const item = new Cypher.Node();
  const sectionLabel = sectionLabelOf(compilation);
  // Sections cite their own paragraphs and are excluded.
  const labels = Cypher.labelExpr.and('Entity', atlasLabel, Cypher.labelExpr.not(sectionLabel));
  return {
    name: `${sectionLabel}.${field.name}`,
    item,
    extraVariables: [],
    order: orderOf(compilation, field),
    hasDuplicates: false,
    matchItems: (predicates) => {
      const prefixes = new Cypher.Variable();
      const conditions = compileFilter(filterOf(compilation, field, item));
      const pattern = new Cypher.Pattern(item, { labels });
      return Cypher.utils.concat(
        new Cypher.With([collectPrefixes(section, parts), prefixes]),
        matchAll([pattern], [hasCitationPrefix(item, prefixes), ...conditions, ...predicates]),
      );
    },
    compileItem: (selection) => compilation.compileEntity(selection, item),
  };
}

function sectionLabelOf({ model }: Compilation): string {
  if (model.sections) return model.sections.type;
  throw new TypeError('A model with fields that list citing entities must have a type with @sections, found none.');
}

// The prefixes of the citations of a section and its parts.
function collectPrefixes(section: Cypher.Variable, type: string | undefined): Cypher.Collect {
  const part = new Cypher.Node();
  const length = type === undefined ? { min: 0, max: 0 } : { min: 0 };
  const parts = new Cypher.Pattern(section)
    .related({ ...(type === undefined ? {} : { type }), direction: 'left', length, properties: countedRelations })
    .to(part);
  const prefix = Cypher.plus(new Cypher.Literal('§'), part.property('number'), new Cypher.Literal(' '));
  return new Cypher.Collect(Cypher.utils.concat(new Cypher.Match(parts), new Cypher.Return(prefix)));
}

function hasCitationPrefix(item: Cypher.Node, prefixes: Cypher.Variable): Cypher.Predicate {
  const citation = new Cypher.Variable();
  const prefix = new Cypher.Variable();
  return Cypher.any(
    citation,
    Cypher.coalesce(item.property('citations'), new Cypher.List([])),
    Cypher.any(prefix, prefixes, Cypher.startsWith(citation, prefix)),
  );
}
