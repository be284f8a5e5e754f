import { describe, expect, it } from 'vitest';
import { projectModel } from '../../model/project-model.js';
import { type DataFiles, entity, readSmallDataset, recordOf } from '../../../tests/dataset/small-dataset.js';
import { formatProblem } from '../problem.js';
import { parseArticle } from './article.js';
import { checkArticle } from './check-article.js';

const articleText = [
  '---\ntitle: front matter, no paragraph\n---',
  '# Title',
  '',
  '## Chapter of all',
  '',
  'OpenAI makes Dall E; 谷歌 too.', // line 8
  '',
  '![](https://example.org/image.png)',
  '',
  'A second paragraph.', // line 12
  '',
  '1. Dreams',
  '',
  '---',
].join('\n');

/** Adapts the small dataset to the article: the article contains its names, and the sections list its lines. */
function fitToArticle(files: DataFiles): void {
  for (const [file, records] of Object.entries(files)) {
    if (!file.includes('/')) for (const record of records) record['aliases'] = ['Chapter of all'];
  }
  recordOf(files, 'section', 'section-1')['paragraphs'] = [
    { paragraph: 1, line: 8 },
    { paragraph: 2, line: 12 },
  ];
  recordOf(files, 'section', 'section-1-1')['paragraphs'] = [{ paragraph: 3, line: 14 }];
}

async function checkSmallDataset(change: (files: DataFiles) => void): Promise<string[]> {
  const dataset = await readSmallDataset((files) => {
    fitToArticle(files);
    change(files);
  });
  return checkArticle(projectModel(), dataset, parseArticle(articleText), 'article.txt').map((problem) =>
    formatProblem(problem)
      .replace(/^.*aigc-atlas-data-[^/]+\//, '')
      .replace(/\.yaml:\d+/, '.yaml'),
  );
}

const secondParagraph = [{ chapter: 1, paragraph: 2 }];

describe('articleProblems', () => {
  it('accepts a dataset whose cited paragraphs name the entities', async () => {
    expect(await checkSmallDataset(() => undefined)).toEqual([]);
  });

  it('reports a cited paragraph that does not name the entity, with the expected names and the text', async () => {
    const lines = await checkSmallDataset((files) => {
      files['company']?.push(entity('adobe', { aliases: ['奥多比'], citations: secondParagraph }));
    });
    expect(lines).toEqual([
      'company.yaml: Company:adobe: citations[0]: expected a paragraph or heading that names "Name of adobe" or "奥多比", ' +
        'found chapter 1, paragraph 2: "A second paragraph."',
    ]);
  });

  it('reports an end of a relation that does not cite a paragraph of the relation that names it', async () => {
    const lines = await checkSmallDataset((files) => {
      Object.assign(recordOf(files, 'company', 'google'), {
        aliases: ['谷歌', 'A second'],
        citations: secondParagraph,
      });
    });
    expect(lines).toEqual([
      'company.yaml: Company:google: citations: expected chapter 1, paragraph 1, which names the entity, ' +
        'found only a citation of it by DEVELOPS:google:dall-e',
    ]);
  });

  it('accepts a citation of a relation that names either end', async () => {
    const change = (files: DataFiles): void => {
      Object.assign(recordOf(files, 'tool', 'dall-e'), {
        aliases: ['DALL·E'],
        citations: [{ chapter: 1, paragraph: 1 }],
      });
      recordOf(files, 'company', 'openai')['aliases'] = [];
    };
    expect(await checkSmallDataset(change)).toEqual([expect.stringContaining('Tool:dall-e')]);
    const lines = await checkSmallDataset((files) => {
      change(files);
      for (const relation of files['relation/develops'] ?? []) relation['citations'] = secondParagraph;
    });
    expect(lines.filter((line) => line.startsWith('relation/develops'))).toEqual([
      expect.stringContaining(
        'relation/develops.yaml: DEVELOPS:openai:dall-e: citations[0]: expected a paragraph or heading that names "OpenAI" or',
      ),
    ]);
  });

  it('accepts a name in the first line of the section', async () => {
    const thirdParagraph = [{ chapter: 1, paragraph: 3 }];
    const change = (name: string) => (files: DataFiles) =>
      Object.assign(recordOf(files, 'tool', 'deep-dream'), {
        name: { en: name },
        aliases: [],
        citations: thirdParagraph,
      });
    expect(await checkSmallDataset(change('Dreams'))).toEqual([]);
    expect(await checkSmallDataset(change('Nightmares'))).toHaveLength(1);
  });

  it('reports a listed line without a paragraph, and a paragraph in no section', async () => {
    const lines = await checkSmallDataset((files) => {
      recordOf(files, 'section', 'section-1')['paragraphs'] = [
        { paragraph: 1, line: 8 },
        { paragraph: 2, line: 10 },
      ];
    });
    expect(lines).toEqual([
      'section.yaml: Section:section-1: paragraphs[1].line: expected the line of a paragraph of the article, ' +
        'found line 10: "![](https://example.org/image.png)"',
      'article.txt:12: expected every paragraph in a section of section.yaml, found a paragraph in no section: "A second paragraph."',
    ]);
  });
});
