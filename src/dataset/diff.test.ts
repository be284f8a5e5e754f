import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurrentNode, CurrentRelation, CurrentState } from './current-state.js';
import { diffGraph, type GraphDiff, isEmpty } from './diff.js';
import type { GraphState, NodeState, PropertyValue, RelationState } from './graph-state.js';

const ids = ['A:a', 'A:b', 'B:a', 'B:b'];
const anyId = fc.constantFrom(...ids);
const anyValue: fc.Arbitrary<PropertyValue> = fc.oneof(
  fc.constantFrom('', 'x', 'y'),
  fc.constantFrom(0, 1, 1.5),
  fc.constantFrom(0n, 1n),
  fc.subarray(['x', 'y', 'z']),
);
const anyProperties = fc.dictionary(fc.constantFrom('p', 'q', 'r'), anyValue);
const anyLabels = fc.subarray(['A', 'B', 'Entity']);

const anyNodes = fc
  .uniqueArray(fc.record({ id: anyId, labels: anyLabels, properties: anyProperties }), { selector: ({ id }) => id })
  .map((nodes) => nodes.map((node): NodeState => ({ ...node, properties: { ...node.properties, id: node.id } })));

const anyWanted: fc.Arbitrary<GraphState> = anyNodes.chain((nodes): fc.Arbitrary<GraphState> => {
  if (nodes.length === 0) return fc.constant({ nodes, relations: [] });
  const end = fc.constantFrom(...nodes.map(({ id }) => id));
  const relation = fc.record({ type: fc.constantFrom('R', 'S'), from: end, to: end, properties: anyProperties });
  return fc.uniqueArray(relation, { selector: ({ type, from, to }) => `${type}:${from}:${to}` }).map((relations) => ({
    nodes,
    relations: relations.map(({ properties, ...rest }): RelationState => {
      const id = `${rest.type}:${rest.from}:${rest.to}`;
      return { ...rest, id, properties: { ...properties, id } };
    }),
  }));
});

/** Arbitrary current states: ids may be missing, duplicate or of a wrong type; relations join any nodes. */
const anyCurrent: fc.Arbitrary<CurrentState> = fc
  .array(fc.record({ id: fc.option(fc.oneof(anyId, fc.constant(7n))), labels: anyLabels, properties: anyProperties }))
  .chain((drafts): fc.Arbitrary<CurrentState> => {
    const nodes = drafts.map(({ id, labels, properties }, index): CurrentNode => ({
      key: `n${index}`,
      labels,
      properties: id === null ? properties : { ...properties, id },
    }));
    if (nodes.length === 0) return fc.constant({ nodes, relations: [] });
    const end = fc.constantFrom(...nodes);
    const relation = fc.record({ type: fc.constantFrom('R', 'S'), from: end, to: end, properties: anyProperties });
    return fc.array(fc.tuple(relation, fc.boolean())).map((relations) => ({
      nodes,
      relations: relations.map(([{ type, from, to, properties }, named], index): CurrentRelation => {
        const id = [type, idOf(from), idOf(to)].join(':');
        return {
          key: `r${index}`,
          type,
          from: from.key,
          to: to.key,
          properties: named ? { ...properties, id } : properties,
        };
      }),
    }));
  });

function idOf({ properties }: CurrentNode): string {
  const id = properties['id'];
  return typeof id === 'string' ? id : '';
}

/** Applies a diff to a state, as the statements apply it to the database. */
function apply(state: CurrentState, { nodes, relations }: GraphDiff): CurrentState {
  const goneNodes = new Set(nodes.removed.map(({ key }) => key));
  const goneRelations = new Set(relations.removed.map(({ key }) => key));
  const newNodes = new Map(nodes.changed.map(({ current, wanted }) => [current.key, wanted]));
  const newRelations = new Map(relations.changed.map(({ current, wanted }) => [current.key, wanted]));
  const nodesAfter = [
    ...state.nodes
      .filter(({ key }) => !goneNodes.has(key))
      .map((node) => ({ ...node, ...pick(newNodes.get(node.key)) })),
    ...nodes.added.map(({ id, labels, properties }) => ({ key: `new ${id}`, labels, properties })),
  ];
  const keyOf = (id: string): string => nodesAfter.find(({ properties }) => properties['id'] === id)?.key ?? 'none';
  const relationsAfter = [
    ...state.relations
      .filter(({ key, from, to }) => !goneRelations.has(key) && !goneNodes.has(from) && !goneNodes.has(to))
      .map((relation) => ({
        ...relation,
        ...(newRelations.has(relation.key) && { properties: newRelations.get(relation.key)?.properties ?? {} }),
      })),
    ...relations.added.map(({ id, type, from, to, properties }) => ({
      key: `new ${id}`,
      type,
      from: keyOf(from),
      to: keyOf(to),
      properties,
    })),
  ];
  return { nodes: nodesAfter, relations: relationsAfter };
}

function pick(wanted: NodeState | undefined): Partial<CurrentNode> {
  return wanted === undefined ? {} : { labels: wanted.labels, properties: wanted.properties };
}

/** A current state without its keys, in the format and order of a desired state. */
function plain(state: CurrentState): object {
  const endOf = (key: string) => state.nodes.find((node) => node.key === key)?.properties['id'];
  return {
    nodes: state.nodes
      .map(({ labels, properties }) => ({ id: properties['id'], labels: labels.toSorted(), properties }))
      .toSorted(byId),
    relations: state.relations
      .map(({ type, from, to, properties }) => ({
        id: properties['id'],
        type,
        from: endOf(from),
        to: endOf(to),
        properties,
      }))
      .toSorted(byId),
  };
}

function byId(a: { id?: unknown }, b: { id?: unknown }): number {
  return String(a.id) < String(b.id) ? -1 : 1;
}

describe('diffGraph', () => {
  it('returns the changes that turn the current state into the desired one', () => {
    fc.assert(
      fc.property(anyCurrent, anyWanted, (current, wanted) => {
        const after = apply(current, diffGraph(current, wanted));
        expect(plain(after)).toEqual({
          nodes: wanted.nodes.toSorted(byId),
          relations: wanted.relations.toSorted(byId),
        });
        expect(isEmpty(diffGraph(after, wanted))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the nodes and relations that both states have', () => {
    fc.assert(
      fc.property(anyWanted, anyWanted, (first, second) => {
        const current = apply({ nodes: [], relations: [] }, diffGraph({ nodes: [], relations: [] }, first));
        const { nodes, relations } = diffGraph(current, second);
        const shared = (a: readonly { id: string }[], b: readonly { id: string }[]) =>
          a.filter(({ id }) => b.some((other) => other.id === id)).length;
        expect(nodes.removed).toHaveLength(first.nodes.length - shared(first.nodes, second.nodes));
        expect(nodes.added).toHaveLength(second.nodes.length - shared(first.nodes, second.nodes));
        expect(relations.added).toHaveLength(second.relations.length - shared(first.relations, second.relations));
      }),
    );
  });
});
