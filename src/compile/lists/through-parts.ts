import Cypher from '@neo4j/cypher-builder';
import { matchAll, type FollowOptions } from '../filter.js';
import { countedRelations } from '../atlas-properties.js';

/** A list that also follows its relation from the parts of an entity, such as the cities of a country. */
interface ThroughParts {
  readonly from: Cypher.Variable;
  readonly through: string;
  readonly options: FollowOptions;
  readonly item: Cypher.Node;
  /** The label of the item in the pattern, if it has one. */
  readonly end: { readonly labels?: string };
  filter(relation: Cypher.Relationship): Cypher.Predicate[];
}

/**
 * Matches the distinct items related to an entity or its parts; binds `relation`, if passed, to the nearest relation of
 * each.
 */
export function matchThroughParts(
  parts: ThroughParts,
  predicates: readonly Cypher.Predicate[],
  relation?: Cypher.Relationship,
): Cypher.Clause {
  return Cypher.utils.concat(
    matchDistinctItems(parts, predicates),
    ...(relation ? [selectNearestRelation(parts, relation)] : []),
  );
}

// An item may be related to several parts, as a company is to its country and its city: it is listed once.
function matchDistinctItems(parts: ThroughParts, predicates: readonly Cypher.Predicate[]): Cypher.Clause {
  const relation = new Cypher.Relationship();
  const pattern = createThroughPattern(parts, new Cypher.Relationship(), relation);
  const match = matchAll([pattern], [...parts.filter(relation), ...predicates]);
  return Cypher.utils.concat(match, new Cypher.With(parts.item).distinct());
}

// Selects the relation with the fewest steps to each item. It uses LIMIT, because Neo4j takes an aggregation inside a
// subquery of RETURN for an aggregation of RETURN itself.
function selectNearestRelation(parts: ThroughParts, relation: Cypher.Relationship): Cypher.Clause {
  const steps = new Cypher.Relationship();
  const candidate = new Cypher.Relationship();
  const nearestClause = new Cypher.Return(candidate).orderBy([Cypher.size(steps)], [candidate.property('id')]).limit(1);
  const match = matchAll([createThroughPattern(parts, steps, candidate)], parts.filter(candidate));
  const relations = new Cypher.Collect(Cypher.utils.concat(match, nearestClause));
  return new Cypher.With(parts.item, [Cypher.head(relations), relation]);
}

function createThroughPattern(
  { from, through, options, item, end }: ThroughParts,
  steps: Cypher.Relationship,
  relation: Cypher.Relationship,
): Cypher.Pattern {
  return new Cypher.Pattern(from)
    .related(steps, { type: through, direction: 'left', length: { min: 0 }, properties: countedRelations })
    .to()
    .related(relation, options)
    .to(item, end);
}
