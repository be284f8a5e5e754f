import { beforeAll, describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readSmallDataset, recordOf, reference, relation } from '../dataset/small-dataset.js';

const neo4j = scratchNeo4j();
const api = serveApi(() => neo4j.database);

const paper = { title: 'A “paper”: 100 %', publisher: '出版社', url: 'https://example.org/paper', date: '2020' };
const second = [{ chapter: 1, paragraph: 2 }];

beforeAll(async () => {
  const dataset = await readSmallDataset((files) => {
    const note = { en: 'It is in the book.', zh: '见书。' };
    const [citedKind, founded] = [
      { status: 'DOUBTFUL', note, citations: second },
      { basis: 'CURATED', status: 'CONFIRMED', references: [paper, reference] },
    ];
    const statements = { foundedIn: founded, kind: citedKind };
    Object.assign(recordOf(files, 'company', 'openai'), { foundedIn: 2015, statements, references: [reference] });
    files['relation/develops']?.push(
      relation('google', 'deep-dream', { note, references: [paper, reference], citations: second }),
    );
  });
  await loadDataset(neo4j.database, projectModel(), dataset);
});

const referenceFields = 'title publisher url date retrievedOn';
const stored = [
  { ...paper, retrievedOn: null },
  { ...reference, date: null },
];

describe('the references', () => {
  it('of a fact are records, in the order of the data file, empty if there are none', async () => {
    const text = `{
      node(id: "DEVELOPS:google:deep-dream") { ... on Relation { references { ${referenceFields} } } }
      other: node(id: "DEVELOPS:openai:dall-e") { ... on Relation { references { url } } }
    }`;
    expect(await api.query(text)).toEqual({ node: { references: stored }, other: { references: [] } });
  });

  it('of an entity are returned on its type and on the interface', async () => {
    const text = `{
      company(slug: "openai") { basis references { ${referenceFields} } }
      nodes(ids: ["Company:openai", "Tool:dall-e"]) { ... on Entity { basis references { url } } }
    }`;
    const url = reference.url;
    expect(await api.query(text)).toEqual({
      company: { basis: 'STATED', references: [stored[1]] },
      nodes: [
        { basis: 'STATED', references: [{ url }] },
        { basis: 'STATED', references: [] },
      ],
    });
  });
});

describe('the statements about the properties of an entity', () => {
  it('say where each value comes from, sorted by property, in the requested language', async () => {
    const text = `{
      company(slug: "openai") {
        foundedIn
        statements {
          property basis status note zh: note(lang: ZH)
          references { ${referenceFields} }
          citations { chapter paragraph section { number } }
        }
      }
    }`;
    expect(await api.query(text)).toEqual({
      company: {
        foundedIn: 2015,
        statements: [
          {
            ...{ property: 'foundedIn', basis: 'CURATED', status: 'CONFIRMED', note: null, zh: null },
            ...{ references: stored, citations: [] },
          },
          {
            ...{ property: 'kind', basis: 'STATED', status: 'DOUBTFUL', note: 'It is in the book.', zh: '见书。' },
            ...{ references: [], citations: [{ chapter: 1, paragraph: 2, section: { number: '1' } }] },
          },
        ],
      },
    });
  });

  it('are empty for an entity without sourced properties, also on the interface', async () => {
    const text = '{ nodes(ids: ["Company:google", "Tier:upstream"]) { ... on Entity { statements { property } } } }';
    expect(await api.query(text)).toEqual({ nodes: [{ statements: [] }, { statements: [] }] });
  });
});
