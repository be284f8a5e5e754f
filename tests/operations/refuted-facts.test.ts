import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Fact {
  readonly id: string;
  readonly status: string;
  readonly note: string;
  readonly citations: readonly { readonly chapter: number; readonly paragraph: number }[];
  readonly references: readonly { readonly url: string }[];
  readonly corrections: readonly {
    readonly id: string;
    readonly status: string;
    readonly references: readonly { readonly url: string }[];
  }[];
}
interface OperationData {
  readonly relations: { readonly totalCount: number; readonly nodes: readonly Fact[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('refuted-facts');

describe('the refuted facts of the article', () => {
  it('have the paragraph that states them, and corrections', async () => {
    const { relations } = await api.query<OperationData>(operation);
    expect(relations.totalCount).toBe(relations.nodes.length);
    const details = Object.fromEntries(
      relations.nodes.map(({ id, citations, corrections }) => [
        id,
        [
          citations.map(({ chapter, paragraph }) => `${chapter}.${paragraph}`).join(),
          ...corrections.map((correction) => correction.id),
        ],
      ]),
    );
    expect(details).toMatchObject({
      'DEVELOPS:ibm:grover': [
        '2.17',
        'DEVELOPS:allen-institute-for-ai:grover',
        'DEVELOPS:university-of-washington:grover',
      ],
      'BELONGS_TO:dall-e-2:video': ['2.20', 'BELONGS_TO:dall-e-2:image'],
      'LOCATED_IN:openai:europe': ['3.3', 'LOCATED_IN:openai:san-francisco', 'LOCATED_IN:openai:united-states'],
      'LOCATED_IN:hugging-face:switzerland': ['3.6', 'LOCATED_IN:hugging-face:united-states'],
    });
  });

  it('have a note with the reason, and references as their corrections do', async () => {
    const { relations } = await api.query<OperationData>(operation);
    for (const { id, note, references, corrections } of relations.nodes) {
      expect(note.length, id).toBeGreaterThan(20);
      expect(references, id).not.toEqual([]);
      expect(corrections, id).not.toEqual([]);
      for (const correction of corrections) {
        expect(correction.status, correction.id).not.toBe('REFUTED');
        expect(correction.references, correction.id).not.toEqual([]);
      }
    }
  });

  it('can be replaced by the doubtful ones, such as Taiger in Singapore', async () => {
    const { relations } = await api.query<OperationData>(operation, { statuses: ['DOUBTFUL'] });
    expect(relations.nodes.map(({ id }) => id)).toContain('LOCATED_IN:taiger:singapore');
    expect(new Set(relations.nodes.map(({ status }) => status))).toEqual(new Set(['DOUBTFUL']));
  });
});
