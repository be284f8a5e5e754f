import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAtlas } from '../setup/command-line.js';
import { type DataFiles, recordOf, writeDataset } from './small-dataset.js';

const article = ['', '', 'OpenAI, 谷歌.', '', 'Python.', '', '', '', 'Nothing more.'].join('\n');

/** Runs `coverage` for the small dataset, whose sections list lines 3, 5 and 9 of the article. */
async function runCoverage(
  gaps?: string,
  ...args: string[]
): Promise<{ code: number | string; output: string; errors: string }> {
  const dir = await writeDataset((files: DataFiles) => {
    recordOf(files, 'company', 'google')['wordings'] = ['Nothing'];
    recordOf(files, 'company', 'google')['citations'] = [1, 3].map((paragraph) => ({ chapter: 1, paragraph }));
  });
  const file = join(dir, 'article.txt');
  await writeFile(file, article);
  if (gaps !== undefined) await writeFile(join(dir, 'gaps.yaml'), gaps);
  const command = runAtlas(['coverage', dir, '--article', file, ...args], {});
  const code = await command.ended;
  return { code, output: command.output(), errors: command.errors() };
}

describe('aigc-atlas coverage', () => {
  it('lists what cites each paragraph, reports each name that nothing covers, and exits with 3', async () => {
    const { code, output, errors } = await runCoverage();
    expect(code).toBe(3);
    expect(output).toContain('Chapter 1, paragraph 1 (line 3): 12 entities, 8 facts\n  entities: Company:openai, ');
    expect(output).toContain('Chapter 1, paragraph 2 (line 5): 0 entities, 0 facts\n  not covered: Python\n');
    expect(errors).toMatch(
      /one problem.*\n.*article\.txt:5: chapter 1, paragraph 2: expected an entity .* found "Python"/,
    );
  });

  it('accepts a name in the file of gaps, with its reason', async () => {
    const gaps = '- term: Python\n  citations: [{ chapter: 1, paragraph: 2 }]\n  reason: A programming language.\n';
    const { code, output } = await runCoverage(gaps);
    expect([code, output]).toEqual([0, expect.stringContaining('  accepted: Python. A programming language.\n')]);
    expect(output).toMatch(
      /Every name in the 3 paragraphs of .*article\.txt is covered, or accepted with a reason\.\n$/,
    );
  });

  it('rejects a gap that is not in the article, and a gap without a reason', async () => {
    const unused = '- { term: Python, reason: A language. }\n- { term: Fortran, reason: A language. }\n';
    expect(await runCoverage(unused)).toMatchObject({
      code: 3,
      errors: expect.stringMatching(/gaps\.yaml:2: Fortran: term: /),
    });
    expect(await runCoverage('- { term: Python }\n')).toMatchObject({
      code: 3,
      errors: expect.stringMatching(/gaps\.yaml:1: .*reason: expected this field/),
    });
  });

  it('prints the whole report as JSON to a reader that is slow', async () => {
    const { code, output } = await runCoverage('- { term: Python, reason: A language. }\n', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      paragraphs: [{ chapter: 1, paragraph: 1 }, { paragraph: 2, accepted: [{ term: 'Python' }] }, { paragraph: 3 }],
    });
  });
});
