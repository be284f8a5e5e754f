import { describe, expect, it } from 'vitest';
import { drawGrowth } from '../../scripts/scaling/growth-chart.js';
import { examples, fillScaling } from '../../scripts/scaling/fill-scaling.js';
import { measuredGraphs, readMeasured } from '../../scripts/simulate/recorded.js';
import { runCommand } from '../setup/command-line.js';
import { codeBlocksOf } from './markdown.js';
import { readProjectFile } from './project-files.js';

const page = readProjectFile('docs/scaling.md');
const remedy = 'Run `npm run document` and commit the changed files.';

describe('docs/scaling.md', () => {
  it('shows the recorded measurements and what follows from them', () => {
    expect(page, remedy).toBe(fillScaling(page));
  });

  it('draws them in its picture', () => {
    expect(readProjectFile('docs/scaling/growth.svg'), remedy).toBe(drawGrowth(measuredGraphs(readMeasured())));
  });

  it.each(Object.values(examples))('shows the plan that its sample command prints: %s', async (...args) => {
    const blocks = codeBlocksOf(page);
    const index = blocks.findIndex(({ text }) => text.trim() === `npm run simulate -- ${args.join(' ')}`);
    const command = runCommand('npm', ['run', '--silent', 'simulate', '--', ...args], {});
    expect(await command.ended).toBe(0);
    expect(blocks[index + 1]).toMatchObject({ language: 'text', text: command.output() });
  });

  it('names metrics and errors that docs/operations.md explains', () => {
    const operations = readProjectFile('docs/operations.md');
    const named = [...page.matchAll(/`(atlas_\w+|DATABASE_\w+)`/g)].map(([, name = '']) => name);
    const documented = (name: string): boolean =>
      operations.includes(`\`${name}\``) || /^atlas_(process|nodejs)_/.test(name);
    expect(named.filter((name) => !documented(name))).toEqual([]);
  });
});
