import { expect, it } from 'vitest';
import { AtlasError } from '../../errors.js';
import { failed, passed, warned } from './check.js';
import { describeCheck, summarizeChecks } from './describe.js';

it('a check is one line with its state, what was found and what to do', () => {
  expect(describeCheck({ name: 'Java', ...passed('version 17') })).toBe('ok       Java: version 17');
  expect(describeCheck({ name: 'Redis', ...warned('no answer.', 'Start it.') })).toBe(
    'warning  Redis: no answer. Start it.',
  );
});

it('a list of problems is indented below its check, and cut after sixty lines', () => {
  const problems = Array.from({ length: 90 }, (_, index) => `  file ${index}`);
  const lines = describeCheck({ name: 'Data', ...failed(new Error(['Correct these:', ...problems].join('\n'))) }).split(
    '\n',
  );
  expect(lines.slice(0, 2)).toEqual(['problem  Data: Correct these:', '           file 0']);
  expect([lines.length, lines.at(-1)]).toEqual([61, '           … 31 more lines']);
});

it('the summary says whether start would work', () => {
  const problem = { name: 'Port', ...failed(new AtlasError('PORT_TAKEN', 'taken')) };
  const warning = { name: 'Redis', ...warned('no answer') };
  expect(summarizeChecks([{ name: 'Java', ...passed('17') }], 0)).toBe('start would work: no problem, no warning.');
  expect(summarizeChecks([problem, warning, warning], 1)).toBe(
    'start would fail with exit code 1: 1 problem, 2 warnings.',
  );
});
