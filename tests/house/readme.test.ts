import { appendFile, cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { packageRoot } from '../../src/paths.js';
import { documentedSettings, fillReadme, readSettings } from '../../scripts/readme-parts.js';
import { drawPicture } from '../../scripts/picture.js';
import { articleDataset } from '../setup/article-dataset.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { linkedFiles, samplesOf } from './fenced.js';
import { readProjectFile } from './project-files.js';

const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database);

const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const readme = readProjectFile('README.md');
const samples = samplesOf(readme);
const shell = pages.flatMap((page) => samplesOf(readProjectFile(page))).filter(({ language }) => language === 'sh');
const folder = temporaryFolder();
const remedy = 'Run `npm run document` and commit the changed files.';

describe('README.md', () => {
  const questions = samples.flatMap(({ language, text }, index) =>
    language === 'graphql' ? [{ query: text, answer: samples[index + 1] }] : [],
  );

  it.each(questions)('shows the actual response to $query', async ({ query, answer }) => {
    expect(answer?.language).toBe('json');
    expect(await api.ask(query)).toEqual(JSON.parse(answer?.text ?? ''));
  });

  it('shows curl requests that succeed', async () => {
    const bodies = shell.flatMap(({ text }) => [...text.matchAll(/-d '(\{.*\})'/g)].map(([, body = '']) => body));
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) await api.ask((JSON.parse(body) as { query: string }).query);
  });

  it('shows a company and a relation that are valid in the dataset', async () => {
    const records = samples.filter(({ language }) => language === 'yaml').map(({ text }) => text);
    const dir = join(folder, 'data');
    await cp(join(packageRoot, 'data'), dir, { recursive: true });
    await appendFile(join(dir, 'company.yaml'), `\n${records[0] ?? ''}`);
    await appendFile(join(dir, 'relation', 'located-in.yaml'), `\n${records[1] ?? ''}`);
    const { entities, relations } = await readDataset(projectModel(), dir);
    expect(entities.map(({ id }) => id)).toContain('Company:acme-studio');
    expect(relations.map(({ id }) => id)).toContain('LOCATED_IN:acme-studio:china');
  });

  it('lists the settings and the questions of the code', () => {
    expect(readme, remedy).toBe(fillReadme(readme));
  });

  it('shows the graph of the current data', async () => {
    expect(readProjectFile('docs/graph.svg'), remedy).toBe(drawPicture(articleDataset));
  });
});

describe('the settings', () => {
  it('are documented if and only if the code reads them', () => {
    const documented = documentedSettings().map(({ name }) => name);
    expect(documented.toSorted()).toEqual(readSettings().toSorted());
  });
});

describe('the pages', () => {
  it.each(pages)('%s links to existing files only', (page) => {
    expect(linkedFiles(readProjectFile(page)).filter((file) => !existsSync(join(packageRoot, file)))).toEqual([]);
  });

  it.each(pages)('%s names existing files and directories only', (page) => {
    const named = [
      ...readProjectFile(page).matchAll(/`((?:src|cypher|schema|tests|data|scripts|operations)\/[\w./-]*)`/g),
    ];
    const missing = named.map(([, path = '']) => path).filter((path) => !existsSync(join(packageRoot, path)));
    expect(missing).toEqual([]);
  });

  it('name only scripts of package.json and commands of the program', () => {
    const { scripts } = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> };
    const texts = pages.map(readProjectFile).join('\n');
    const named = [...texts.matchAll(/npm (?:run )?([a-z]+(?::[a-z\d]+)?)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
    const commands = [...texts.matchAll(/aigc-atlas ([a-z-]+)/g)].map(([, name = '']) => name);
    const program = readProjectFile('src/program.ts');
    expect(commands.filter((name) => !program.includes(`.command('${name}`))).toEqual([]);
  });
});
