import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectModel } from '../model/project-model.js';
import { problemsAfter, problemsIn } from '../../tests/dataset/dataset-problems.js';
import { entity, relation, writeDataset, writeText } from '../../tests/dataset/small-dataset.js';
import { readDataset } from './read-dataset.js';

describe('readDataset', () => {
  it('returns the records with their ids, ends and source locations', async () => {
    const dir = await writeDataset();
    const dataset = await readDataset(projectModel(), dir);
    expect(dataset.metadata.version).toBe('1.0.0');
    expect(dataset.entities.find(({ id }) => id === 'Company:openai')).toMatchObject({
      type: 'Company',
      fields: { kind: 'STARTUP' },
    });
    const refuted = dataset.relations.find(({ id }) => id === 'DEVELOPS:google:dall-e');
    expect(refuted).toMatchObject({ from: 'Company:google', to: 'Tool:dall-e', fields: { status: 'REFUTED' } });
    expect(refuted?.source.file).toBe(join(dir, 'relation/develops.yaml'));
    expect(refuted?.source.lineOf(['status'])).toBe(14);
  });

  it('reports all problems together, sorted by file and line', async () => {
    const lines = await problemsAfter((files) => {
      files['company']?.push({ ...entity('openai'), kind: 'GIANT' }, entity('Open AI'));
      files['relation/develops']?.push(relation('nobody', 'nothing'));
    });
    expect(lines.map((line) => line.split(': expected')[0])).toEqual([
      'company.yaml:1: Company:openai',
      'company.yaml:39: Company:openai: kind',
      'company.yaml:40: Company:Open AI: slug',
      'relation/develops.yaml:19: DEVELOPS:nobody:nothing: from',
      'relation/develops.yaml:20: DEVELOPS:nobody:nothing: to',
    ]);
  });
});

describe('readDataset rejects', () => {
  it('a directory that does not exist', async () => {
    await expect(readDataset(projectModel(), 'no-such-folder')).rejects.toMatchObject({
      code: 'BAD_DATA',
      message:
        'Expected a directory of data files at no-such-folder, found nothing. Pass the directory that contains dataset.yaml.',
    });
  });

  it('a missing file', async () => {
    const dir = await writeDataset();
    await rm(join(dir, 'trend.yaml'));
    expect(await problemsIn(dir)).toEqual(['trend.yaml:1: expected a YAML file in UTF-8, found no file of this name']);
  });

  it('a file that is not YAML, without reporting the references to its records', async () => {
    const dir = await writeDataset();
    await writeText(dir, 'company', '- slug: openai\n  name: { en: "OpenAI }\n');
    const lines = await problemsIn(dir);
    expect(lines.every((line) => /^company.yaml:[23]: expected YAML, found /.test(line))).toBe(true);
    expect(lines).not.toEqual([]);
  });

  it('a file that is not a list', async () => {
    const dir = await writeDataset();
    await writeText(dir, 'trend', 'slug: x\n');
    expect(await problemsIn(dir)).toEqual([
      'trend.yaml:1: expected a list of records, or [] if there are none, found {"slug":"x"}',
    ]);
  });

  it('a file that belongs to no type', async () => {
    const dir = await writeDataset();
    await writeText(dir, 'relation/develop', '[]');
    await writeText(dir, 'companies', '[]');
    expect(await problemsIn(dir)).toEqual([
      expect.stringContaining('companies.yaml:1: expected a file named'),
      expect.stringContaining('relation/develop.yaml:1: expected a file named'),
    ]);
  });
});
