import { expect, it } from 'vitest';
import { fillPerformance } from '../../scripts/performance-parts.js';
import { readProjectFile } from './project-files.js';

it('shows in docs/performance.md what the recorded runs of the bench found', () => {
  const page = readProjectFile('docs/performance.md');
  expect(page, 'Run `npm run document`.').toBe(fillPerformance(page));
});
