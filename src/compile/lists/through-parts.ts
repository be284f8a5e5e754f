import Cypher from '@neo4j/cypher-builder';
import { matchAll } from '../filter.js';
import { ours } from '../ours.js';

/** A list that also follows its relation from the parts of an entity, such as a region's. */
interface ThroughParts {
  readonly from: Cypher.Variable;
  readonly through: string;
  readonly options: { type: string; direction: 'left' | 'right' | 'undirected'; properties: typeof ours };
  readonly item: Cypher.Node;
  /** What the pattern says of the item. */
  readonly end: { readonly labels?: string };
  filter(relation: Cypher.Relationship): Cypher.Predicate[];
}

/** The items that an entity or its parts lead to, each once; with the nearest fact for each where it is wanted. */
export function throughClauses(
  parts: ThroughParts,
  predicates: readonly Cypher.Predicate[],
  relation?: Cypher.Relationship,
): Cypher.Clause {
  return Cypher.utils.concat(reached(parts, predicates), ...(relation ? [nearest(parts, relation)] : []));
}

/** A company may stand in a region by several facts, such as its country and its city: it is listed once. */
function reached(parts: ThroughParts, predicates: readonly Cypher.Predicate[]): Cypher.Clause {
  const relation = new Cypher.Relationship();
  const pattern = throughPattern(parts, new Cypher.Relationship(), relation);
  const match = matchAll([pattern], [...parts.filter(relation), ...predicates]);
  return Cypher.utils.concat(match, new Cypher.With(parts.item).distinct());
}

/**
 * Of the facts that lead to an item the nearest one counts. It is found by LIMIT, not by an aggregate: Neo4j takes an
 * aggregate inside a subquery of RETURN for one of the RETURN itself.
 */
function nearest(parts: ThroughParts, relation: Cypher.Relationship): Cypher.Clause {
  const steps = new Cypher.Relationship();
  const found = new Cypher.Relationship();
  const first = new Cypher.Return(found).orderBy([Cypher.size(steps)], [found.property('id')]).limit(1);
  const match = matchAll([throughPattern(parts, steps, found)], parts.filter(found));
  const facts = new Cypher.Collect(Cypher.utils.concat(match, first));
  return new Cypher.With(parts.item, [Cypher.head(facts), relation]);
}

function throughPattern(
  { from, through, options, item, end }: ThroughParts,
  steps: Cypher.Relationship,
  relation: Cypher.Relationship,
): Cypher.Pattern {
  return new Cypher.Pattern(from)
    .related(steps, { type: through, direction: 'left', length: { min: 0 }, properties: ours })
    .to()
    .related(relation, options)
    .to(item, end);
}
