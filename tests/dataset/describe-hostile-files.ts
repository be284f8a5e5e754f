import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { complaintsOf } from './complaints.js';
import { writeDataset } from './data-folder.js';

const names = ['dataset', 'company', 'tool', 'section', 'statistic', 'relation/develops', 'relation/part-of'] as const;
const anyName = fc.constantFrom(...names);

/** Any text, including lone surrogates; unlike fast-check's `binary` unit it does not first enumerate Unicode. */
const anyText = (maxLength = 100) =>
  fc.array(fc.nat({ max: 0x10ffff }), { maxLength }).map((codes) => String.fromCodePoint(...codes));

/** Values that a schema may not expect. */
const hostile = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.constantFrom<unknown>('__proto__', 'constructor', '`) DETACH DELETE n //', '\u0000', 1e308, -0, null, [], {}),
  anyText(),
);

/** YAML syntax to insert at random positions. */
const scraps = fc.oneof(
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
function planted(into: unknown, value: unknown, draw: number): unknown {
  if (typeof into !== 'object' || into === null || draw % 7 === 0) return value;
  const entries = Object.entries(into);
  const [key, part] = entries[draw % Math.max(entries.length, 1)] ?? ['new', undefined];
  const next = planted(part, value, Math.floor(draw / Math.max(entries.length, 1)));
  return Array.isArray(into) ? into.toSpliced(Number(key), 1, next) : { ...into, [key]: next };
}

/** Changes one file of the small dataset at a time, and reads the dataset after each change. */
async function withFiles<T>(
  runs: number,
  change: (text: string, drawn: T) => string | Buffer,
  drawn: fc.Arbitrary<T>,
): Promise<void> {
  const dir = await writeDataset();
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(anyName, drawn, async (name, value) => {
      const path = join(dir, `${name}.yaml`);
      const text = await readFile(path, 'utf8');
      await writeFile(path, change(text, value));
      // Either the data is valid or each problem has its file and line; no other error may occur.
      const lines = await complaintsOf(dir).finally(() => writeFile(path, text));
      for (const line of lines.filter((one) => !one.startsWith('and '))) expect(line).toMatch(/\.yaml:\d+: /);
      if (lines.length > 0) refused += 1;
    }),
    { numRuns: runs },
  );
  expect(refused).toBeGreaterThan(runs / 3);
  expect(await complaintsOf(dir)).toEqual([]);
}

/**
 * Tests with `runs` random changes of each kind that a data file is read, or rejected with the line of each problem.
 */
export function describeHostileFiles(runs: number): void {
  describe('A data file is accepted, or rejected with the line of each problem,', () => {
    it('with random bytes', () =>
      withFiles(runs, (_text, bytes) => Buffer.from(bytes), fc.uint8Array({ maxLength: 2_000 })));

    it('with a random value as its content', () => withFiles(runs, (_text, value) => stringify(value), hostile));

    it('with a random value in place of a part', () =>
      withFiles(
        runs,
        (text, [value, draw]) => stringify(planted(parse(text), value, draw)),
        fc.tuple(hostile, fc.nat()),
      ));

    it('with random text removed or inserted', () =>
      withFiles(
        runs,
        (text, [scrap, at, length]) => {
          const from = at % text.length;
          return text.slice(0, from) + scrap + text.slice(from + length);
        },
        fc.tuple(scraps, fc.nat(), fc.nat({ max: 30 })),
      ));
  });
}
