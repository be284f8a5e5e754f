import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface OperationData {
  readonly relations: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly note: string;
      readonly citations: readonly { readonly chapter: number; readonly paragraph: number }[];
      readonly corrections: readonly { readonly id: string }[];
    }[];
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('refuted-facts');

describe('the refuted facts of the article', () => {
  it('have citations, a note with the reason, and corrections', async () => {
    const { relations } = await api.query<OperationData>(operation);
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
      'BELONGS_TO:stable-diffusion:digital-human': ['2.48', 'BELONGS_TO:stable-diffusion:image'],
      'LOCATED_IN:openai:europe': ['3.3', 'LOCATED_IN:openai:san-francisco', 'LOCATED_IN:openai:united-states'],
      'LOCATED_IN:framed-io:germany': ['3.6', 'LOCATED_IN:framed-io:united-states'],
      'LOCATED_IN:hugging-face:switzerland': ['3.6', 'LOCATED_IN:hugging-face:united-states'],
      'LOCATED_IN:nexlp:canada': ['3.8', 'LOCATED_IN:nexlp:united-states'],
      'FOCUSES_ON:ruhnn:digital-human': [
        '4.22',
        'OPERATES_IN:ruhnn:Segment:content-creation-and-distribution-platforms',
      ],
      'FOCUSES_ON:ocean-engine:digital-human': ['4.22', 'OPERATES_IN:ocean-engine:Segment:operations-efficiency'],
    });
    expect(relations.totalCount).toBe(relations.nodes.length);
    for (const { note, corrections } of relations.nodes) {
      expect(note.length).toBeGreaterThan(20);
      expect(corrections).not.toEqual([]);
    }
  });
});
