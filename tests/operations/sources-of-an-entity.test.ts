import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Sourced {
  readonly basis: string;
  readonly status: string;
  readonly citations: readonly { readonly chapter: number; readonly paragraph: number }[];
  readonly references: readonly { readonly url: string }[];
}
interface OperationData {
  readonly node: {
    readonly name: string;
    readonly citations: Sourced['citations'];
    readonly references: Sourced['references'];
    readonly statements: readonly (Sourced & { readonly property: string })[];
    readonly relations: { readonly totalCount: number; readonly nodes: readonly (Sourced & { readonly id: string })[] };
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('sources-of-an-entity');

describe('the sources of an entity', () => {
  it('are for Inpher paragraph 6 of chapter 3, and references for what happened since', async () => {
    const { node } = await api.query<OperationData>(operation);
    expect(node.citations).toEqual([{ chapter: 3, paragraph: 6 }]);
    const statements = Object.fromEntries(node.statements.map((statement) => [statement.property, statement]));
    expect(statements['endedIn']).toMatchObject({ basis: 'CURATED', status: 'CONFIRMED', citations: [] });
    expect(statements['kind']).toMatchObject({ status: 'DOUBTFUL' });
    const location = node.relations.nodes.find(({ id }) => id === 'LOCATED_IN:inpher:switzerland');
    expect(location).toMatchObject({ basis: 'STATED', citations: [{ chapter: 3, paragraph: 6 }] });
  });

  it('leave no statement and no relation without a paragraph or a reference', async () => {
    const { node } = await api.query<OperationData>(operation);
    expect(node.relations.totalCount).toBe(node.relations.nodes.length);
    for (const { basis, citations, references } of [...node.statements, ...node.relations.nodes])
      expect(basis === 'STATED' ? citations : references).not.toEqual([]);
  });

  it('include for Grover the refuted claim that IBM developed it', async () => {
    const { node } = await api.query<OperationData>(operation, { id: 'Tool:grover' });
    const statuses = Object.fromEntries(node.relations.nodes.map(({ id, status }) => [id, status]));
    expect(statuses).toMatchObject({
      'DEVELOPS:ibm:grover': 'REFUTED',
      'DEVELOPS:university-of-washington:grover': 'CONFIRMED',
    });
  });
});
