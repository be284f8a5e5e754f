import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { packageRoot } from '../../src/paths.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { codeBlocksOf } from './markdown.js';
import { pages, readProjectFile } from './project-files.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const directory = createTemporaryDirectory();

/** The code blocks of a page in one language. */
function samplesIn(page: string, language: string): string[] {
  return codeBlocksOf(readProjectFile(page)).flatMap((block) => (block.language === language ? [block.text] : []));
}

describe.each(['README.md', 'README.zh-CN.md', 'docs/api.md'])('%s', (page) => {
  const blocks = codeBlocksOf(readProjectFile(page));
  const samples = blocks.flatMap(({ language, text }, index) =>
    language === 'graphql' ? [{ query: text, response: blocks[index + 1] }] : [],
  );

  it.each(samples)('shows the actual response to $query', async ({ query, response }) => {
    expect(response?.language).toBe('json');
    const expected = JSON.parse(response?.text ?? '') as { errors?: unknown };
    if (expected.errors) expect(await api.send(query)).toMatchObject(expected);
    else expect(await api.query(query)).toEqual(expected);
  });
});

describe('the curl samples', () => {
  const commands = pages().flatMap((page) => samplesIn(page, 'sh').filter((text) => text.includes('curl ')));
  const bodies = commands.flatMap((text) => [...text.matchAll(/-d '(\{.*\})'/g)].map(([, body = '']) => body));
  const queries = commands.flatMap((text) =>
    [...text.matchAll(/graphql(\?query=[^']+)'/g)].map(([, query = '']) => query),
  );

  it('include POST and GET requests', () => {
    expect(bodies.length).toBeGreaterThan(0);
    expect(queries.length).toBeGreaterThan(0);
  });

  it.each(bodies)('get a response without errors: POST %s', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(api.url, { method: 'POST', headers, body });
    expect(await response.json()).not.toHaveProperty('errors');
  });

  it.each(queries)('get a response without errors: GET %s', async (query) => {
    const response = await fetch(`${api.url}${query}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(await response.json()).not.toHaveProperty('errors');
  });
});

describe('docs/data.md', () => {
  const [company = '', location = '', refuted = ''] = samplesIn('docs/data.md', 'yaml');

  it('shows a company and a relation that are valid in the dataset', async () => {
    const dataDir = join(directory, 'data');
    await cp(join(packageRoot, 'data'), dataDir, { recursive: true });
    await appendFile(join(dataDir, 'company.yaml'), `\n${company}`);
    await appendFile(join(dataDir, 'relation', 'located-in.yaml'), `\n${location}`);
    const { entities, relations } = await readDataset(projectModel(), dataDir);
    expect(entities.map(({ id }) => id)).toContain('Company:acme-studio');
    expect(relations.map(({ id }) => id)).toContain('LOCATED_IN:acme-studio:china');
  });

  it('shows a refuted fact as the data have it', () => {
    expect(readProjectFile('data/relation/develops.yaml')).toContain(refuted);
  });

  it('shows a Cypher query that returns rows', async () => {
    const [text = ''] = samplesIn('docs/data.md', 'cypher');
    expect(await neo4j.database.read({ name: 'docs/data.md', text, parameters: {} })).not.toEqual([]);
  });
});
