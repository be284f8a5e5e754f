import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Step {
  readonly id: string;
  readonly status: string;
  readonly citations: readonly object[];
  readonly references: readonly object[];
}
interface OperationData {
  readonly paths: readonly {
    readonly nodes: readonly { readonly id: string }[];
    readonly relations: readonly Step[];
  }[];
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('how-two-entities-are-connected');

describe('the connection of ByteDance with AIVA Technologies', () => {
  it('is that ByteDance bought Jukedeck in 2019, whose tool made music as AIVA does', async () => {
    const { paths } = await api.query<OperationData>(operation);
    expect(paths.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([
      ['Company:bytedance', 'Tool:jukedeck', 'Domain:music', 'Tool:aiva', 'Company:aiva-technologies'],
      ['Company:bytedance', 'Tool:jukedeck', 'Technique:music-generation', 'Tool:aiva', 'Company:aiva-technologies'],
    ]);
  });

  it('has a source for each step: a paragraph of the article or a reference', async () => {
    const { paths } = await api.query<OperationData>(operation);
    for (const { id, status, citations, references } of paths.flatMap(({ relations }) => relations)) {
      expect([...citations, ...references], id).not.toEqual([]);
      expect(status, id).toBe('CONFIRMED');
    }
  });
});
