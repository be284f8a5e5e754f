import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../src/neo4j/database.js';
import { AtlasError } from '../../src/errors.js';
import { neo4jPidIn } from '../../tests/setup/local-neo4j.js';
import type { Stage } from './stage.js';

/** Something that goes wrong under load. */
export interface Fault {
  readonly name: string;
  /** Why it cannot be done here; absent where it can. */
  readonly missing?: string | undefined;
  /** Nobody may notice it: no answer may be refused. */
  readonly isHarmless?: boolean;
  /** It takes too long for a short run. */
  readonly isOnlyLong?: boolean;
  /** Does it for about so many milliseconds; Bolt is back when it resolves. */
  play(milliseconds: number): Promise<void>;
}

/** Everything that goes wrong, in the order in which it does. */
export function faultsOn(stage: Stage): readonly Fault[] {
  const { proxy } = stage;
  const signal = (name: NodeJS.Signals) => (): boolean => process.kill(neo4jPidIn(stage.folder), name);
  const start = (): Promise<void> => stage.startNeo4j();
  const silence = between(
    () => proxy.freeze(),
    () => proxy.thaw(),
  );
  const restart = between(() => stage.neo4j.stop(), start);
  return [
    // Nothing goes wrong, but a Neo4j that has planned none of this yet may take longer than a request has.
    { name: 'Neo4j cold', play: (milliseconds) => delay(milliseconds) },
    { name: 'nothing', isHarmless: true, play: (milliseconds) => delay(milliseconds) },
    { name: 'connections cut', play: (milliseconds) => cutOften(stage, milliseconds) },
    { name: 'connections silent', play: silence },
    { name: 'Neo4j stopped', play: between(signal('SIGSTOP'), signal('SIGCONT')) },
    { name: 'Neo4j killed', play: between(signal('SIGKILL'), start) },
    { name: 'Neo4j restarted', isOnlyLong: true, play: restart },
    ...diskFaultsOn(stage),
  ];
}

function diskFaultsOn(stage: Stage): Fault[] {
  const { missing } = stage.disk;
  return [
    {
      name: 'disk full',
      missing,
      isOnlyLong: true,
      isHarmless: true,
      play: (milliseconds) => fillDisk(stage, milliseconds),
    },
    {
      name: 'disk full, written to',
      missing,
      isOnlyLong: true,
      play: (milliseconds) => writeToFullDisk(stage, milliseconds),
    },
  ];
}

function between(begin: () => unknown, end: () => unknown): Fault['play'] {
  return async (milliseconds) => {
    await begin();
    await delay(milliseconds);
    await end();
  };
}

async function cutOften({ proxy }: Stage, milliseconds: number): Promise<void> {
  for (const until = Date.now() + milliseconds; Date.now() < until;) {
    proxy.cut();
    // At odd times, so that connections are also cut while they are being opened.
    await delay(10 + Math.random() * 150);
  }
}

async function fillDisk({ disk }: Stage, milliseconds: number): Promise<void> {
  disk.fill();
  await delay(milliseconds);
  disk.empty();
}

/** Writes to the full disk, which must fail with a reason; Neo4j then gives up until it is started again. */
async function writeToFullDisk(stage: Stage, milliseconds: number): Promise<void> {
  stage.disk.fill();
  await expectDiskFull(stage);
  await delay(milliseconds);
  stage.disk.empty();
  await stage.neo4j.stop();
  await stage.startNeo4j();
}

async function expectDiskFull({ neo4j }: Stage): Promise<void> {
  const database = await openDatabase(neo4j.target);
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
