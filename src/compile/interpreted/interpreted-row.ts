import Cypher from '@neo4j/cypher-builder';
import { maximumPageSize } from '../page.js';
import type { PartOf } from '../parameters.js';

/**
 * The row of a node by its description: the values of its leaves, and its lists, as deep as the
 * statement goes. Neither the properties nor the relations are written in its text, so that Neo4j plans it once for all.
 */
export function interpretedRow(node: Cypher.Variable, part: PartOf, depth: number): Cypher.Expr {
  const leaves = leavesOf(node, part('leaves'));
  return depth === 0 ? new Cypher.List([leaves]) : new Cypher.List([leaves, listsOf(node, part('lists'), depth)]);
}

function leavesOf(node: Cypher.Variable, leaves: Cypher.Expr): Cypher.Expr {
  const [leaf, key] = [new Cypher.Variable(), new Cypher.Variable()];
  const values = new Cypher.ListComprehension(key).in(leaf).map(node.property(key));
  return new Cypher.ListComprehension(leaf).in(leaves).map(values);
}

function listsOf(node: Cypher.Variable, lists: Cypher.Expr, depth: number): Cypher.Expr {
  const list = new Cypher.Variable();
  const rows = rowsOf(node, (name) => list.property(name), depth - 1);
  return new Cypher.Collect(Cypher.utils.concat(new Cypher.Unwind([lists, list]), new Cypher.Return(rows)));
}

// LIMIT takes no value of a row: the largest page is cut off there, and the page asked for out of it.
function rowsOf(from: Cypher.Variable, part: PartOf, depth: number): Cypher.Expr {
  const [found, node, relation] = [new Cypher.Node(), new Cypher.Variable(), new Cypher.Relationship()];
  const pattern = new Cypher.Pattern(from)
    .related(relation, { type: part('type'), direction: 'undirected' })
    .to(found, { labels: part('label') });
  const first = new Cypher.Return(found)
    .orderBy([found.property('sortKey')])
    .limit(new Cypher.Literal(maximumPageSize));
  const nodes = new Cypher.Collect(
    Cypher.utils.concat(new Cypher.Match(pattern).where(isFollowed(from, relation, found, part('out'))), first),
  );
  return new Cypher.Collect(
    Cypher.utils.concat(
      new Cypher.Unwind([upTo(nodes, part('first')), node]),
      new Cypher.Return(interpretedRow(node, part, depth)),
    ),
  );
}

// Where either way will do, the relation starts where it starts.
function isFollowed(
  from: Cypher.Variable,
  relation: Cypher.Variable,
  to: Cypher.Variable,
  out: Cypher.Expr,
): Cypher.Predicate {
  const start = new Cypher.Function('startNode', [relation]);
  const wanted = new Cypher.Case(out).when(Cypher.true).then(from).when(Cypher.false).then(to).else(start);
  return Cypher.eq(start, wanted);
}

// The builder's own range takes numbers only.
function upTo(list: Cypher.Expr, size: Cypher.Expr): Cypher.Expr {
  return new Cypher.Raw((env) => `${env.compile(list)}[..${env.compile(size)}]`);
}
