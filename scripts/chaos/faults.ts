import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../src/neo4j/database.js';
import { AtlasError } from '../../src/errors.js';
import type { OwnNeo4j } from './own-neo4j.js';
import type { Stage } from './stage.js';

/** How one fault is played. */
export interface Playing {
  /** About how long it goes on. */
  readonly milliseconds: number;
  /** Resolves once a request that is sent now has been answered, in whatever way. */
  readonly answered: () => Promise<void>;
  /** Whether an answer has been refused since the fault began. */
  readonly hasRefused: () => boolean;
}

/** Something that goes wrong under load. */
export interface Fault {
  readonly name: string;
  /** Why it cannot be done here; absent where it can. */
  readonly missing?: string | undefined;
  /** Nobody may notice it: no answer may be refused. */
  readonly isHarmless?: boolean;
  /** Does it; Bolt is back when it resolves. */
  play(playing: Playing): Promise<void>;
}

/** How long a fault may go on without any answer being refused before that is taken for a mistake of ours. */
const mostMs = 120_000;

/** What goes wrong on the way to Neo4j, in the order in which it does. */
export function faultsOfNetwork({ proxy }: Stage): readonly Fault[] {
  const silence = untilAnswered(
    () => proxy.freeze(),
    () => proxy.thaw(),
  );
  return [
    { name: 'connections cut', play: (playing) => cutOften(proxy, playing) },
    { name: 'connections silent', play: silence },
  ];
}

/** What goes wrong with the process of a Neo4j, as far as that takes seconds. */
function faultsOfProcess(stage: Stage, own: OwnNeo4j): readonly Fault[] {
  const signal = (name: NodeJS.Signals) => (): void => own.signal(name);
  const start = (): Promise<void> => startAgain(stage, own);
  return [
    { name: 'Neo4j stopped', play: untilAnswered(signal('SIGSTOP'), signal('SIGCONT')) },
    { name: 'Neo4j killed', play: untilAnswered(signal('SIGKILL'), start) },
  ];
}

/** Everything that goes wrong, in the order in which it does. */
export function allFaults(stage: Stage, own: OwnNeo4j): readonly Fault[] {
  const nothing: Fault['play'] = ({ milliseconds }) => delay(milliseconds);
  const restart = between(
    () => own.stop(),
    () => startAgain(stage, own),
  );
  return [
    // Nothing goes wrong, but a Neo4j that has planned none of this yet may take longer than a request has.
    { name: 'Neo4j cold', play: nothing },
    { name: 'nothing', isHarmless: true, play: nothing },
    ...faultsOfNetwork(stage),
    ...faultsOfProcess(stage, own),
    { name: 'Neo4j restarted', play: restart },
    ...faultsOfDisk(stage, own),
  ];
}

function faultsOfDisk(stage: Stage, own: OwnNeo4j): Fault[] {
  const { disk } = own;
  const { missing } = disk;
  const fill = between(
    () => disk.fill(),
    () => disk.empty(),
  );
  return [
    { name: 'disk full', missing, isHarmless: true, play: fill },
    { name: 'disk full, written to', missing, play: (playing) => writeToFullDisk(stage, own, playing) },
  ];
}

async function startAgain(stage: Stage, own: OwnNeo4j): Promise<void> {
  await own.startAgain();
  stage.lead(own.target);
}

function between(begin: () => unknown, end: () => unknown): Fault['play'] {
  return async ({ milliseconds }) => {
    await begin();
    await delay(milliseconds);
    await end();
  };
}

/** For faults in which nothing is answered by Neo4j: what was sent at their beginning is answered before their end. */
function untilAnswered(begin: () => unknown, end: () => unknown): Fault['play'] {
  return async ({ milliseconds, answered }) => {
    await begin();
    try {
      await Promise.all([delay(milliseconds), answered()]);
    } finally {
      await end();
    }
  };
}

async function cutOften(proxy: Stage['proxy'], { milliseconds, hasRefused }: Playing): Promise<void> {
  const from = Date.now();
  const isOver = (): boolean => Date.now() - from > (hasRefused() ? milliseconds : mostMs);
  while (!isOver()) {
    proxy.cut();
    // At odd times, so that connections are also cut while they are being opened.
    await delay(10 + Math.random() * 150);
  }
}

/** Writes to the full disk, which must fail with a reason; Neo4j then gives up until it is started again. */
async function writeToFullDisk(stage: Stage, own: OwnNeo4j, { milliseconds }: Playing): Promise<void> {
  own.disk.fill();
  await expectDiskFull(own);
  await delay(milliseconds);
  own.disk.empty();
  await own.stop();
  await startAgain(stage, own);
}

async function expectDiskFull({ target }: OwnNeo4j): Promise<void> {
  const database = await openDatabase(target);
  const text = 'UNWIND range(1, 20000) AS i CREATE (:Filler { text: $text })';
  try {
    await database.write((transaction) =>
      transaction.run({ name: 'chaos/fill', text, parameters: { text: 'x'.repeat(2_000) } }),
    );
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'DISK_FULL') return;
    throw error;
  } finally {
    await database.close();
  }
  throw new Error('A write must fail while the disk is full.');
}
