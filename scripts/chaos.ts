import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { atlas } from '../tests/setup/command-line.js';

/** What may be done to the Neo4j under load, and for how many milliseconds. */
type Fault = readonly [name: string, lastsMs: number, begin: () => void, end: () => void];

/** What came back during one fault. */
interface Tally {
  right: number;
  kept: number;
  refused: number;
  wrong: number;
  slowestMs: number;
  memoryMb: number;
}

const budgetMs = 2_000;
/** A statement may be tried a second time, and a busy computer may be late. */
const mostMs = 2 * budgetMs + 4_000;
const clients = 20;
const listed = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT', 'OVERLOADED']);
const queries = ['{ domains { nodes { slug } } }', '{ tiers { nodes { slug segments { totalCount } } } }'];

const seconds = Number(process.argv[2] ?? 300);
const folder = mkdtempSync(join(tmpdir(), 'aigc-atlas-chaos-'));
const command = atlas(['start', '--neo4j', 'local'], {
  ATLAS_DATA_DIR: folder,
  PORT: '0',
  OPERATION_TIMEOUT: String(budgetMs),
});

try {
  const [, url = ''] = await command.waitFor(/(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/);
  const expected = await Promise.all(queries.map(async (query) => (await ask(url, query)).data));
  const rows = await run(url, expected);
  console.table(rows);
  const isGood = Object.values(rows).every(({ wrong, slowestMs }) => wrong === 0 && slowestMs <= mostMs);
  if (!isGood) process.exitCode = 1;
} finally {
  command.child.kill('SIGTERM');
  await command.ended;
  rmSync(folder, { recursive: true, force: true });
}

async function run(url: string, expected: readonly unknown[]): Promise<Record<string, Tally>> {
  const nothing = (): void => undefined;
  const faults: readonly Fault[] = [
    ['nothing', 5_000, nothing, nothing],
    ['stopped', 6_000, () => signal('SIGSTOP'), () => signal('SIGCONT')],
    ['after the stop', 6_000, nothing, nothing],
    ['killed', 25_000, () => signal('SIGKILL'), nothing],
    ['after the kill', 6_000, nothing, nothing],
  ];
  const rows: Record<string, Tally> = {};
  const end = Date.now() + seconds * 1000;
  let kills = 0;
  do {
    for (const [name, lastsMs, begin, finish] of faults) {
      // The server starts its Neo4j again three times in ten minutes, and not a fourth time.
      if (name === 'killed' && (kills += 1) > 3) continue;
      const tally = (rows[name] ??= { right: 0, kept: 0, refused: 0, wrong: 0, slowestMs: 0, memoryMb: 0 });
      begin();
      await load(url, expected, tally, Date.now() + lastsMs);
      finish();
      tally.memoryMb = await memoryOf(url);
    }
  } while (Date.now() < end);
  return rows;
}

async function load(url: string, expected: readonly unknown[], tally: Tally, until: number): Promise<void> {
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i = client; Date.now() < until; i += 1) await askOnce(url, expected, tally, i);
    }),
  );
}

async function askOnce(url: string, expected: readonly unknown[], tally: Tally, i: number): Promise<void> {
  const place = i % queries.length;
  const from = performance.now();
  // Every second one is new, so that no kept answer serves it.
  const { status, data, codes, isStale } = await ask(
    url,
    `${queries[place] ?? ''}${i % 4 < 2 ? '' : ` # ${Math.random()}`}`,
  );
  tally.slowestMs = Math.max(tally.slowestMs, Math.round(performance.now() - from));
  if (status === 200 && isDeepStrictEqual(data, expected[place])) tally[isStale ? 'kept' : 'right'] += 1;
  else if (status === 503 && codes.length > 0 && codes.every((code) => listed.has(code))) {
    tally.refused += 1;
    await delay(20);
  } else tally.wrong += 1;
}

interface Reply {
  readonly status: number;
  readonly data: unknown;
  readonly codes: readonly string[];
  readonly isStale: boolean;
}

async function ask(url: string, query: string): Promise<Reply> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  const isStale = response.headers.has('x-atlas-stale');
  return { status: response.status, data, codes: errors.map(({ extensions }) => extensions.code), isStale };
}

async function memoryOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Math.round(Number(/^atlas_process_resident_memory_bytes (\d+)/m.exec(text)?.[1] ?? 0) / 1e6);
}

function signal(name: NodeJS.Signals): void {
  const use = JSON.parse(readFileSync(join(folder, 'neo4j', 'in-use.json'), 'utf8')) as { neo4j: { pid: number } };
  process.kill(use.neo4j.pid, name);
}
