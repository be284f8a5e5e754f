import { describe, expect, it } from 'vitest';
import { entity, readSmallDataset, relation, type DataFiles } from '../../../tests/dataset/small-dataset.js';
import { projectModel } from '../../model/project-model.js';
import { parseArticle } from './article.js';
import { measureCoverage, type Gap, type ParagraphCoverage } from './coverage.js';

/** The three paragraphs that the sections of the small dataset list are on lines 3, 5 and 9. */
function articleOf(...paragraphs: readonly [string, string, string]) {
  const [first, second, third] = paragraphs;
  return parseArticle(['', '', first, '', second, '', '', '', third].join('\n'));
}

async function coverageOf(
  paragraphs: readonly [string, string, string],
  change: (files: DataFiles) => void = () => undefined,
  gaps: readonly Gap[] = [],
): Promise<ParagraphCoverage[]> {
  const dataset = await readSmallDataset(change);
  return measureCoverage(projectModel(), dataset, articleOf(...paragraphs), gaps);
}

const second = [{ chapter: 1, paragraph: 2 }];

describe('the coverage of the article', () => {
  it('lists the entities and facts that cite each paragraph', async () => {
    const [, paragraph] = await coverageOf(['', 'A text.', ''], (files) => {
      files['company']?.push(entity('adobe', { citations: second }));
      files['relation/develops']?.push(relation('adobe', 'deep-dream', { citations: second }));
    });
    expect(paragraph).toMatchObject({
      chapter: 1,
      paragraph: 2,
      line: 5,
      entities: ['Company:adobe'],
      facts: ['DEVELOPS:adobe:deep-dream'],
    });
  });

  it('reports names that no citing entity has: Latin words, titles, figures and items of enumerations', async () => {
    const [, paragraph] = await coverageOf([
      '',
      '1. 如OpenAI、霖峰云和图说科技等，见《新世界》：2023年达到170亿元，占10%。',
      '',
    ]);
    expect(paragraph?.uncovered).toEqual(['新世界', 'OpenAI', '2023年', '170亿', '10%', '霖峰云', '图说科技']);
  });

  it('counts names, aliases, wordings and numbers of the entities and ends of facts that cite the paragraph', async () => {
    const [, paragraph] = await coverageOf(['', '如OpenAI、霖峰云和谷歌等，2010年。', ''], (files) => {
      files['company']?.push(entity('linfeng', { name: { zh: '霖峰云' } }), entity('other', { citations: second }));
      files['tool']?.push(entity('draw', { wordings: ['2010年'], citations: second }));
      files['relation/develops']?.push(
        ...['openai', 'google', 'linfeng'].map((from) => relation(from, 'draw', { citations: second })),
      );
    });
    expect(paragraph?.uncovered).toEqual([]);
  });

  it('does not count entities that do not cite the paragraph', async () => {
    const [, paragraph] = await coverageOf(['', 'OpenAI.', '']);
    expect(paragraph?.uncovered).toEqual(['OpenAI']);
  });

  it('accepts a gap in its own paragraphs only, or everywhere if it names none', async () => {
    const gaps = [
      { term: 'Python', citations: second, reason: 'A language.' },
      { term: 'AI', reason: 'The field.' },
    ];
    const [first, other] = await coverageOf(['Python, AI.', 'Python, AI.', ''], undefined, gaps);
    expect(first).toMatchObject({ uncovered: ['Python'], accepted: [gaps[1]] });
    expect(other).toMatchObject({ uncovered: [], accepted: gaps });
  });
});
