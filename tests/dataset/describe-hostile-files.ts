import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { problemsIn } from './dataset-problems.js';
import { writeDataset } from './small-dataset.js';

const names = ['dataset', 'company', 'tool', 'section', 'statistic', 'relation/develops', 'relation/part-of'] as const;
const fileName = fc.constantFrom(...names);

/** Any text, including lone surrogates; unlike fast-check's `binary` unit it does not first enumerate Unicode. */
const anyText = (maxLength = 100) =>
  fc.array(fc.nat({ max: 0x10ffff }), { maxLength }).map((codes) => String.fromCodePoint(...codes));

/** Values that a schema may not expect. */
const unexpectedValues = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.constantFrom<unknown>('__proto__', 'constructor', '`) DETACH DELETE n //', '\u0000', 1e308, -0, null, [], {}),
  anyText(),
);

/** YAML syntax to insert at random positions. */
const yamlSnippets = fc.oneof(
  fc.constantFrom(
    '*a',
    '&a ',
    '!!js/function x',
    '<<: *a',
    '- ',
    ': ',
    '{',
    ']',
    '|',
    '>',
    '---\n',
    '\t',
    '%',
    '\ufeff',
  ),
  anyText(20),
);

/** Replaces one value inside another; the number selects which. */
function replacePart(target: unknown, value: unknown, choice: number): unknown {
  if (typeof target !== 'object' || target === null || choice % 7 === 0) return value;
  const entries = Object.entries(target);
  const [key, part] = entries[choice % Math.max(entries.length, 1)] ?? ['new', undefined];
  const replacement = replacePart(part, value, Math.floor(choice / Math.max(entries.length, 1)));
  return Array.isArray(target) ? target.toSpliced(Number(key), 1, replacement) : { ...target, [key]: replacement };
}

/** Changes one file of the small dataset at a time, and reads the dataset after each change. */
async function checkFileChanges<T>(
  runs: number,
  change: (text: string, value: T) => string | Buffer,
  arbitrary: fc.Arbitrary<T>,
): Promise<void> {
  const dir = await writeDataset();
  let rejectedCount = 0;
  await fc.assert(
    fc.asyncProperty(fileName, arbitrary, async (name, value) => {
      const path = join(dir, `${name}.yaml`);
      const text = await readFile(path, 'utf8');
      await writeFile(path, change(text, value));
      // Either the data is valid or each problem has its file and line; no other error may occur.
      const lines = await problemsIn(dir).finally(() => writeFile(path, text));
      for (const line of lines.filter((lineText) => !lineText.startsWith('and '))) expect(line).toMatch(/\.yaml:\d+: /);
      if (lines.length > 0) rejectedCount += 1;
    }),
    { numRuns: runs },
  );
  expect(rejectedCount).toBeGreaterThan(runs / 3);
  expect(await problemsIn(dir)).toEqual([]);
}

/**
 * Tests with `runs` random changes of each kind that a data file is read, or rejected with the line of each problem.
 */
export function describeHostileFiles(runs: number): void {
  describe('A data file is accepted, or rejected with the line of each problem,', () => {
    it('with random bytes', () =>
      checkFileChanges(runs, (_text, bytes) => Buffer.from(bytes), fc.uint8Array({ maxLength: 2_000 })));

    it('with a random value as its content', () =>
      checkFileChanges(runs, (_text, value) => stringify(value), unexpectedValues));

    it('with a random value in place of a part', () =>
      checkFileChanges(
        runs,
        (text, [value, choice]) => stringify(replacePart(parse(text), value, choice)),
        fc.tuple(unexpectedValues, fc.nat()),
      ));

    it('with random text removed or inserted', () =>
      checkFileChanges(
        runs,
        (text, [snippet, position, length]) => {
          const start = position % text.length;
          return text.slice(0, start) + snippet + text.slice(start + length);
        },
        fc.tuple(yamlSnippets, fc.nat(), fc.nat({ max: 30 })),
      ));
  });
}
