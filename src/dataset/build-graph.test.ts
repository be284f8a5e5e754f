import { describe, expect, it } from 'vitest';
import { projectModel } from '../model/project-model.js';
import { type DataFiles, entity, readSmallDataset, recordOf } from '../../tests/dataset/small-dataset.js';
import { buildGraph } from './build-graph.js';

async function propertiesOf(id: string, change?: (files: DataFiles) => void) {
  const { nodes } = buildGraph(projectModel(), await readSmallDataset(change));
  return nodes.find((node) => node.id === id)?.properties;
}

async function hashOfDataset(change?: (files: DataFiles) => void) {
  return (await propertiesOf('Dataset', change))?.['hash'];
}

describe('the graph of a dataset', () => {
  it('uses the Chinese name if there is no English one', async () => {
    expect(await propertiesOf('Region:china')).toMatchObject({
      name: '中国',
      nameZh: '中国',
      sortName: '中国\u0001china',
    });
    expect(await propertiesOf('Region:asia')).not.toHaveProperty('nameZh');
  });

  it('stores folded names and aliases without duplicates, delimited by line breaks', async () => {
    const change = (files: DataFiles): void =>
      void Object.assign(recordOf(files, 'company', 'openai'), {
        name: { en: 'OpenAI', zh: 'ＯＰＥＮＡＩ' },
        aliases: ['开放', 'Open AI'],
      });
    expect(await propertiesOf('Company:openai', change)).toMatchObject({ nameKey: '\nopenai\n开放\nopen ai\n' });
  });

  it('sorts tiers by position, stages by year, sections by number and other types by name', async () => {
    expect(await propertiesOf('Tier:upstream')).toMatchObject({ sortKey: '0001\u0001upstream', position: 1n });
    expect(await propertiesOf('Stage:fusion')).toMatchObject({ sortKey: '2021\u0001fusion', fromYear: 2021n });
    expect(await propertiesOf('Stage:fusion')).not.toHaveProperty('toYear');
    expect(await propertiesOf('Section:section-1-1')).toMatchObject({ sortKey: '0001.0001', number: '1.1' });
    expect(await propertiesOf('Company:openai')).toMatchObject({ sortKey: 'openai\u0001openai' });
  });

  it('formats citations as section, paragraph and line, in the order of the article', async () => {
    const change = (files: DataFiles): void => {
      recordOf(files, 'tool', 'deep-dream')['citations'] = [3, 1].map((paragraph) => ({ chapter: 1, paragraph }));
    };
    expect(await propertiesOf('Tool:deep-dream', change)).toMatchObject({
      citations: ['§1 ¶1 (line 3)', '§1.1 ¶3 (line 9)'],
    });
    expect(await propertiesOf('Section:section-1')).toMatchObject({ citations: ['§1 ¶1 (line 3)', '§1 ¶2 (line 5)'] });
  });

  it('has a hash that changes only with the content', async () => {
    const before = await hashOfDataset();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOfDataset((files) => files['company']?.reverse())).toBe(before);
    expect(await hashOfDataset((files) => (recordOf(files, 'company', 'openai')['basis'] = 'STATED'))).toBe(before);
    expect(await hashOfDataset((files) => (recordOf(files, 'company', 'openai')['aliases'] = ['Open AI']))).not.toBe(
      before,
    );
    expect(await hashOfDataset((files) => files['trend']?.push(entity('more')))).not.toBe(before);
  });
});
