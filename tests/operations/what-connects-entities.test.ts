import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface OperationData {
  readonly between: {
    readonly truncated: boolean;
    readonly nodes: readonly { readonly id: string }[];
    readonly links: readonly { readonly id: string; readonly status: string }[];
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

it('Descript, Baidu and DeepMind are connected by speech synthesis, Descript through Lyrebird', async () => {
  const { between } = await api.query<OperationData>(readOperation('what-connects-entities'));
  expect(between.truncated).toBe(false);
  expect(between.nodes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['Company:descript', 'Tool:lyrebird', 'Technique:speech-synthesis']),
  );
  expect(Object.fromEntries(between.links.map(({ id, status }) => [id, status]))).toMatchObject({
    'OWNED_BY:Tool:lyrebird:descript': 'CONFIRMED',
    'USES:Tool:lyrebird:speech-synthesis': 'CONFIRMED', // chapter 2, paragraph 11
    'USES:Company:baidu:speech-synthesis': 'CONFIRMED', // chapter 2, paragraph 10
    'USES:Company:deepmind:speech-synthesis': 'CONFIRMED', // chapter 2, paragraph 12
  });
});
