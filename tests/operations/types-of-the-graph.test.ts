import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { declaredRelations, declaredTypes } from '../setup/declared-model.js';
import { readOperation } from './read-operation.js';

interface OperationData {
  readonly model: {
    readonly types: readonly { readonly type: string; readonly plural: string; readonly fields: readonly object[] }[];
    readonly relationTypes: readonly { readonly type: string; readonly pairs: readonly object[] }[];
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

it('The types of the graph are those that the model declares, with their labels', async () => {
  const { model } = await api.query<OperationData>(readOperation('types-of-the-graph'));
  expect(model.types.map(({ type }) => type).toSorted()).toEqual(
    declaredTypes.map((typeName) => typeName.toUpperCase()).toSorted(),
  );
  expect(model.types[0]).toMatchObject({ type: 'COMPANY', plural: 'companies' });
  expect(model.types[0]?.fields).toContainEqual({ name: 'tools', label: 'tools' });
  expect(model.relationTypes.map(({ type }) => type)).toEqual(declaredRelations);
  expect(model.relationTypes.find(({ type }) => type === 'PART_OF')).toEqual({
    ...{ type: 'PART_OF', phrase: 'is part of', inverse: 'contains' },
    pairs: [
      { from: 'REGION', to: 'REGION' },
      { from: 'SEGMENT', to: 'TIER' },
      { from: 'SECTION', to: 'SECTION' },
      { from: 'TOOL', to: 'TOOL' },
    ],
  });
});
