import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../src/neo4j/database.js';
import { AtlasError } from '../../src/errors.js';
import type { IsolatedNeo4j } from './isolated-neo4j.js';
import type { TestBed } from './test-bed.js';

/** The context in which a fault is injected. */
export interface FaultContext {
  /** The approximate duration of the fault. */
  readonly milliseconds: number;
  /** Resolves once a request that is sent now has received a response of any kind. */
  readonly waitForResponses: () => Promise<void>;
  /** Whether the server has refused a request since the fault began. */
  readonly hasRefused: () => boolean;
}

/** A fault that can be injected under load. */
export interface Fault {
  readonly name: string;
  /** The reason why it cannot be injected on this machine; absent if it can. */
  readonly unavailableReason?: string | undefined;
  /** Whether it must have no effect: no request may be refused. */
  readonly isHarmless?: boolean;
  /** Injects the fault; resolves when Bolt is available again. */
  inject(context: FaultContext): Promise<void>;
}

/** The maximum duration of a fault without any refusal; longer means an error in this test. */
const maxFaultMs = 120_000;

/** Faults of the network to Neo4j, in the order of injection. */
export function networkFaults({ proxy }: TestBed): readonly Fault[] {
  const silence = holdUntilAnswered(
    () => proxy.freeze(),
    () => proxy.thaw(),
  );
  return [
    { name: 'connections cut', inject: (context) => cutRepeatedly(proxy, context) },
    { name: 'connections silent', inject: silence },
  ];
}

/** Faults of the Neo4j process that take only seconds. */
function processFaults(testBed: TestBed, neo4j: IsolatedNeo4j): readonly Fault[] {
  const signal = (name: NodeJS.Signals) => (): void => neo4j.signal(name);
  const start = (): Promise<void> => restartNeo4j(testBed, neo4j);
  return [
    { name: 'Neo4j stopped', inject: holdUntilAnswered(signal('SIGSTOP'), signal('SIGCONT')) },
    { name: 'Neo4j killed', inject: holdUntilAnswered(signal('SIGKILL'), start) },
  ];
}

/** All faults, in the order of injection. */
export function allFaults(testBed: TestBed, neo4j: IsolatedNeo4j): readonly Fault[] {
  const nothing: Fault['inject'] = ({ milliseconds }) => delay(milliseconds);
  const restart = holdBetween(
    () => neo4j.stop(),
    () => restartNeo4j(testBed, neo4j),
  );
  return [
    // No fault, but Neo4j has not planned any of the queries yet, which may take longer than the time limit.
    { name: 'Neo4j cold', inject: nothing },
    { name: 'nothing', isHarmless: true, inject: nothing },
    ...networkFaults(testBed),
    ...processFaults(testBed, neo4j),
    { name: 'Neo4j restarted', inject: restart },
    ...diskFaults(testBed, neo4j),
  ];
}

function diskFaults(testBed: TestBed, neo4j: IsolatedNeo4j): Fault[] {
  const { disk } = neo4j;
  const { unavailableReason } = disk;
  const fill = holdBetween(
    () => disk.fill(),
    () => disk.free(),
  );
  return [
    { name: 'disk full', unavailableReason, isHarmless: true, inject: fill },
    { name: 'disk full, written to', unavailableReason, inject: (context) => writeToFullDisk(testBed, neo4j, context) },
  ];
}

async function restartNeo4j(testBed: TestBed, neo4j: IsolatedNeo4j): Promise<void> {
  await neo4j.restart();
  testBed.redirect(neo4j.target);
}

function holdBetween(begin: () => unknown, end: () => unknown): Fault['inject'] {
  return async ({ milliseconds }) => {
    await begin();
    await delay(milliseconds);
    await end();
  };
}

/** For faults during which Neo4j does not respond: the fault ends once the requests sent at its start are answered. */
function holdUntilAnswered(begin: () => unknown, end: () => unknown): Fault['inject'] {
  return async ({ milliseconds, waitForResponses }) => {
    await begin();
    try {
      await Promise.all([delay(milliseconds), waitForResponses()]);
    } finally {
      await end();
    }
  };
}

async function cutRepeatedly(proxy: TestBed['proxy'], { milliseconds, hasRefused }: FaultContext): Promise<void> {
  const from = Date.now();
  const isOver = (): boolean => Date.now() - from > (hasRefused() ? milliseconds : maxFaultMs);
  while (!isOver()) {
    proxy.cut();
    // At random intervals, so that connections are also cut while they are being opened.
    await delay(10 + Math.random() * 150);
  }
}

/** Writes to the full disk, which must fail with DISK_FULL; Neo4j then refuses work until it is restarted. */
async function writeToFullDisk(testBed: TestBed, neo4j: IsolatedNeo4j, { milliseconds }: FaultContext): Promise<void> {
  neo4j.disk.fill();
  await expectDiskFull(neo4j);
  await delay(milliseconds);
  neo4j.disk.free();
  await neo4j.stop();
  await restartNeo4j(testBed, neo4j);
}

async function expectDiskFull({ target }: IsolatedNeo4j): Promise<void> {
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
