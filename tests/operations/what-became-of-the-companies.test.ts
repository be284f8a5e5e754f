import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { statusesOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Company {
  readonly slug: string;
  readonly basis: string;
  readonly operatingStatus: string;
  readonly operatingStatusCheckedOn: string | null;
  readonly endedIn: number | null;
  readonly statements: readonly { readonly property: string; readonly references: readonly object[] }[];
  readonly owners: Edges<{ readonly slug: string }>;
}
interface OperationData {
  readonly all: {
    readonly totalCount: number;
    readonly groups: readonly { readonly key: string; readonly count: number }[];
  };
  readonly companies: { readonly totalCount: number; readonly nodes: readonly Company[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('what-became-of-the-companies');

describe('the companies that were acquired or closed', () => {
  it('include those of chapter 3 that closed in 2022 and 2024, and those that others bought', async () => {
    const { companies } = await api.query<OperationData>(operation);
    const ends = Object.fromEntries(
      companies.nodes
        .filter(({ operatingStatus }) => operatingStatus === 'CLOSED')
        .map(({ slug, endedIn }) => [slug, endedIn]),
    );
    expect(ends).toMatchObject({ beyondminds: 2022, inpher: 2024, kite: 2022 });
    const owners = Object.fromEntries(
      companies.nodes
        .filter(({ operatingStatus }) => operatingStatus === 'ACQUIRED')
        .map(({ slug, owners }) => [slug, statusesOf(owners)]),
    );
    expect(owners).toMatchObject({
      deepmind: { google: 'CONFIRMED' },
      graphcore: { softbank: 'CONFIRMED' },
      'layer-6': { 'td-bank': 'CONFIRMED' },
      nexlp: { reveal: 'CONFIRMED' },
      haptik: { 'jio-platforms': 'CONFIRMED' },
      'pencil-ai': { 'brandtech-group': 'CONFIRMED' },
    });
  });

  it('have a day on which their status was checked, and a reference for it', async () => {
    const { companies } = await api.query<OperationData>(operation);
    for (const { slug, operatingStatusCheckedOn, statements } of companies.nodes) {
      expect(operatingStatusCheckedOn, slug).toMatch(/^\d{4}-\d\d-\d\d$/);
      const statement = statements.find(({ property }) => property === 'operatingStatus');
      expect(statement?.references, slug).not.toEqual([]);
    }
  });

  it('are counted next to those that operate', async () => {
    const { all, companies } = await api.query<OperationData>(operation);
    const counts = Object.fromEntries(all.groups.map(({ key, count }) => [key, count]));
    expect((counts['ACQUIRED'] ?? 0) + (counts['CLOSED'] ?? 0)).toBe(companies.totalCount);
    const active = await api.query<OperationData>(operation, { operatingStatuses: ['ACTIVE'] });
    expect(active.companies.totalCount).toBe(counts['ACTIVE']);
    expect(active.companies.nodes.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['baidu', 'openai', 'tencent']),
    );
  });
});
