import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurrentNode, CurrentRelation, CurrentState } from './current-state.js';
import { diffGraph, type GraphDiff, isEmptyDiff } from './diff.js';
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

const anyDesired: fc.Arbitrary<GraphState> = anyNodes.chain((nodes): fc.Arbitrary<GraphState> => {
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
      relations: relations.map(([{ type, from, to, properties }, hasId], index): CurrentRelation => {
        const id = [type, idOf(from), idOf(to)].join(':');
        return {
          key: `r${index}`,
          type,
          from: from.key,
          to: to.key,
          properties: hasId ? { ...properties, id } : properties,
        };
      }),
    }));
  });

function idOf({ properties }: CurrentNode): string {
  const id = properties['id'];
  return typeof id === 'string' ? id : '';
}

/** Applies a diff to a state, as the statements apply it to the database. */
function applyDiff(state: CurrentState, { nodes, relations }: GraphDiff): CurrentState {
  const removedNodes = new Set(nodes.removed.map(({ key }) => key));
  const removedRelations = new Set(relations.removed.map(({ key }) => key));
  const changedNodes = new Map(nodes.changed.map(({ current, desired }) => [current.key, desired]));
  const changedRelations = new Map(relations.changed.map(({ current, desired }) => [current.key, desired]));
  const nodesAfter = [
    ...state.nodes
      .filter(({ key }) => !removedNodes.has(key))
      .map((node) => ({ ...node, ...labelsAndProperties(changedNodes.get(node.key)) })),
    ...nodes.added.map(({ id, labels, properties }) => ({ key: `new ${id}`, labels, properties })),
  ];
  const keyOf = (id: string): string => nodesAfter.find(({ properties }) => properties['id'] === id)?.key ?? 'none';
  const relationsAfter = [
    ...state.relations
      .filter(({ key, from, to }) => !removedRelations.has(key) && !removedNodes.has(from) && !removedNodes.has(to))
      .map((relation) => ({
        ...relation,
        ...(changedRelations.has(relation.key) && { properties: changedRelations.get(relation.key)?.properties ?? {} }),
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

function labelsAndProperties(desired: NodeState | undefined): Partial<CurrentNode> {
  return desired === undefined ? {} : { labels: desired.labels, properties: desired.properties };
}

/** A current state without its keys, in the format and order of a desired state. */
function toDesiredForm(state: CurrentState): object {
  const endOf = (key: string) => state.nodes.find((node) => node.key === key)?.properties['id'];
  return {
    nodes: state.nodes
      .map(({ labels, properties }) => ({ id: properties['id'], labels: labels.toSorted(), properties }))
      .toSorted(compareIds),
    relations: state.relations
      .map(({ type, from, to, properties }) => ({
        id: properties['id'],
        type,
        from: endOf(from),
        to: endOf(to),
        properties,
      }))
      .toSorted(compareIds),
  };
}

function compareIds(a: { id?: unknown }, b: { id?: unknown }): number {
  return String(a.id) < String(b.id) ? -1 : 1;
}

describe('diffGraph', () => {
  it('returns the changes that turn the current state into the desired one', () => {
    fc.assert(
      fc.property(anyCurrent, anyDesired, (current, desired) => {
        const stateAfter = applyDiff(current, diffGraph(current, desired));
        expect(toDesiredForm(stateAfter)).toEqual({
          nodes: desired.nodes.toSorted(compareIds),
          relations: desired.relations.toSorted(compareIds),
        });
        expect(isEmptyDiff(diffGraph(stateAfter, desired))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the nodes and relations that both states have', () => {
    fc.assert(
      fc.property(anyDesired, anyDesired, (firstState, secondState) => {
        const current = applyDiff({ nodes: [], relations: [] }, diffGraph({ nodes: [], relations: [] }, firstState));
        const { nodes, relations } = diffGraph(current, secondState);
        const countShared = (a: readonly { id: string }[], b: readonly { id: string }[]) =>
          a.filter(({ id }) => b.some((other) => other.id === id)).length;
        expect(nodes.removed).toHaveLength(firstState.nodes.length - countShared(firstState.nodes, secondState.nodes));
        expect(nodes.added).toHaveLength(secondState.nodes.length - countShared(firstState.nodes, secondState.nodes));
        expect(relations.added).toHaveLength(
          secondState.relations.length - countShared(firstState.relations, secondState.relations),
        );
      }),
    );
  });
});
