import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseTarget } from '../../src/neo4j/database.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { neo4jPidIn, startLocalIn } from '../../tests/setup/local-neo4j.js';
import { smallDisk, type SmallDisk } from './small-disk.js';

/** A Neo4j whose process and disk are ours, so that both may fail. */
export class OwnNeo4j {
  private constructor(
    private readonly folder: string,
    readonly disk: SmallDisk,
    private current: RunningNeo4j,
  ) {}

  /** Starts it, with the article loaded by the server that will use it. */
  static async start(): Promise<OwnNeo4j> {
    const folder = mkdtempSync(join(tmpdir(), 'aigc-atlas-chaos-'));
    const disk = smallDisk(folder);
    const { neo4j } = await startLocalIn(folder);
    return new OwnNeo4j(folder, disk, neo4j);
  }

  /** Where it answers at the moment: after each start at another port. */
  get target(): DatabaseTarget {
    return this.current.target;
  }

  /** Sends its process a signal. */
  signal(name: NodeJS.Signals): void {
    process.kill(neo4jPidIn(this.folder), name);
  }

  /** Ends it as its user would. */
  stop(): Promise<void> {
    return this.current.stop();
  }

  /** Starts it again on the same data, after it has ended in whatever way. */
  async startAgain(): Promise<void> {
    await this.current.stop();
    this.current = (await startLocalIn(this.folder)).neo4j;
  }

  /** Ends it, and removes its data. */
  async clear(): Promise<void> {
    await this.current.stop();
    this.disk.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
