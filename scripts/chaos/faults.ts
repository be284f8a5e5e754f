import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../src/neo4j/database.js';
import { AtlasError } from '../../src/errors.js';
import type { OwnNeo4j } from './own-neo4j.js';
import type { Stage } from './stage.js';

/** The context in which a fault is injected. */
export interface Playing {
  /** The approximate duration of the fault. */
  readonly milliseconds: number;
  /** Resolves once a request that is sent now has received a response of any kind. */
  readonly answered: () => Promise<void>;
  /** Whether the server has refused a request since the fault began. */
  readonly hasRefused: () => boolean;
}

/** A fault that can be injected under load. */
export interface Fault {
  readonly name: string;
  /** The reason why it cannot be injected on this machine; absent if it can. */
  readonly missing?: string | undefined;
  /** Whether it must have no effect: no request may be refused. */
  readonly isHarmless?: boolean;
  /** Injects the fault; resolves when Bolt is available again. */
  play(playing: Playing): Promise<void>;
}

/** The maximum duration of a fault without any refusal; longer means an error in this test. */
const mostMs = 120_000;

/** Faults of the network to Neo4j, in the order of injection. */
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

/** Faults of the Neo4j process that take only seconds. */
function faultsOfProcess(stage: Stage, own: OwnNeo4j): readonly Fault[] {
  const signal = (name: NodeJS.Signals) => (): void => own.signal(name);
  const start = (): Promise<void> => startAgain(stage, own);
  return [
    { name: 'Neo4j stopped', play: untilAnswered(signal('SIGSTOP'), signal('SIGCONT')) },
    { name: 'Neo4j killed', play: untilAnswered(signal('SIGKILL'), start) },
  ];
}

/** All faults, in the order of injection. */
export function allFaults(stage: Stage, own: OwnNeo4j): readonly Fault[] {
  const nothing: Fault['play'] = ({ milliseconds }) => delay(milliseconds);
  const restart = between(
    () => own.stop(),
    () => startAgain(stage, own),
  );
  return [
    // No fault, but Neo4j has not planned any of the queries yet, which may take longer than the time limit.
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

/** For faults during which Neo4j does not respond: the fault ends once the requests sent at its start are answered. */
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
    // At random intervals, so that connections are also cut while they are being opened.
    await delay(10 + Math.random() * 150);
  }
}

/** Writes to the full disk, which must fail with DISK_FULL; Neo4j then refuses work until it is restarted. */
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
