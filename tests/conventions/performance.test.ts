import { expect, it } from 'vitest';
import { fillPerformance } from '../../scripts/performance-parts.js';
import { readProjectFile } from './project-files.js';

it('docs/performance.md shows the results of the recorded benchmark runs', () => {
  const page = readProjectFile('docs/performance.md');
  expect(page, 'Run `npm run document`.').toBe(fillPerformance(page));
});
