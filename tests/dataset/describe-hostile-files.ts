import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { complaintsOf } from './complaints.js';
import { writeDataset } from './data-folder.js';

const names = ['dataset', 'company', 'tool', 'section', 'statistic', 'relation/develops', 'relation/part-of'] as const;
const anyName = fc.constantFrom(...names);

/** Any text at all, halves of surrogate pairs included; the `binary` unit of fast-check first lists all of Unicode. */
const anyText = (maxLength = 100) =>
  fc.array(fc.nat({ max: 0x10ffff }), { maxLength }).map((codes) => String.fromCodePoint(...codes));

/** Values that a schema may not have thought of. */
const hostile = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.constantFrom<unknown>('__proto__', 'constructor', '`) DETACH DELETE n //', '\u0000', 1e308, -0, null, [], {}),
  anyText(),
);

/** Parts of YAML that mean something, in places where nobody means it. */
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

/** Puts a value into one of the places of another; which one, the draw says. */
function planted(into: unknown, value: unknown, draw: number): unknown {
  if (typeof into !== 'object' || into === null || draw % 7 === 0) return value;
  const entries = Object.entries(into);
  const [key, part] = entries[draw % Math.max(entries.length, 1)] ?? ['new', undefined];
  const next = planted(part, value, Math.floor(draw / Math.max(entries.length, 1)));
  return Array.isArray(into) ? into.toSpliced(Number(key), 1, next) : { ...into, [key]: next };
}

/** Has one file of a small dataset changed again and again, and reads the whole each time. */
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
      // It either has nothing to say, or tells in which file and line what was expected; nothing else may be thrown.
      const lines = await complaintsOf(dir).finally(() => writeFile(path, text));
      for (const line of lines.filter((one) => !one.startsWith('and '))) expect(line).toMatch(/\.yaml:\d+: /);
      if (lines.length > 0) refused += 1;
    }),
    { numRuns: runs },
  );
  expect(refused).toBeGreaterThan(runs / 3);
  expect(await complaintsOf(dir)).toEqual([]);
}

/** Tests with so many draws of each kind that whatever a data file holds is read, or refused with its place. */
export function describeHostileFiles(runs: number): void {
  describe('a data file is read or refused with the place of each mistake', () => {
    it('whatever bytes it holds', () =>
      withFiles(runs, (_text, bytes) => Buffer.from(bytes), fc.uint8Array({ maxLength: 2_000 })));

    it('whatever value it holds', () => withFiles(runs, (_text, value) => stringify(value), hostile));

    it('whatever stands in one of its places', () =>
      withFiles(
        runs,
        (text, [value, draw]) => stringify(planted(parse(text), value, draw)),
        fc.tuple(hostile, fc.nat()),
      ));

    it('whatever is cut out of it or written into it', () =>
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
