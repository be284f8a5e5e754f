import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Ownership {
  readonly id: string;
  readonly status: string;
  readonly from: { readonly id: string };
  readonly to: {
    readonly id: string;
    readonly owners: { readonly nodes: readonly { readonly slug: string }[] };
  };
  readonly references: readonly object[];
}
interface OperationData {
  readonly relations: { readonly totalCount: number; readonly nodes: readonly Ownership[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('who-owns-whom');

describe('the owners of companies and tools', () => {
  it('are those that the article names and those that bought a company since', async () => {
    const { relations } = await api.query<OperationData>(operation);
    const pairs = relations.nodes.map(({ from, to }) => [from.id, to.id]);
    expect(pairs).toEqual(
      expect.arrayContaining([
        ['Company:damo-academy', 'Company:alibaba'], // chapter 4, paragraph 20
        ['Tool:tiktok', 'Company:bytedance'], // chapter 4, paragraph 17
        ['Company:graphcore', 'Company:softbank'], // 2024
        ['Tool:playfab', 'Company:microsoft'], // 2018
      ]),
    );
    expect(relations.totalCount).toBe(pairs.length);
  });

  it('have their own owners, as Google has for DeepMind', async () => {
    const { relations } = await api.query<OperationData>(operation);
    const deepmind = relations.nodes.find(({ from }) => from.id === 'Company:deepmind');
    expect(deepmind?.to.id).toBe('Company:google');
    expect(deepmind?.to.owners.nodes.map(({ slug }) => slug)).toEqual(['alphabet']);
  });

  it('have a reference each, and are not refuted', async () => {
    const { relations } = await api.query<OperationData>(operation);
    for (const { id, status, references } of relations.nodes) {
      expect(references, id).not.toEqual([]);
      expect(status, id).not.toBe('REFUTED');
    }
  });
});
