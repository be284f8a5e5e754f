import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseTarget } from '../../src/neo4j/database.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { neo4jPidIn, startLocalIn } from '../../tests/setup/local-neo4j.js';
import { smallDisk, type SmallDisk } from './small-disk.js';

/** A Neo4j with its own process and disk, so that both can be made to fail. */
export class OwnNeo4j {
  private constructor(
    private readonly folder: string,
    readonly disk: SmallDisk,
    private current: RunningNeo4j,
  ) {}

  /** Starts it on an empty disk; the server that uses it loads the data. */
  static async start(): Promise<OwnNeo4j> {
    const folder = mkdtempSync(join(tmpdir(), 'aigc-atlas-chaos-'));
    const disk = smallDisk(folder);
    const { neo4j } = await startLocalIn(folder);
    return new OwnNeo4j(folder, disk, neo4j);
  }

  /** Its current address; the port changes with each start. */
  get target(): DatabaseTarget {
    return this.current.target;
  }

  /** Sends its process a signal. */
  signal(name: NodeJS.Signals): void {
    process.kill(neo4jPidIn(this.folder), name);
  }

  /** Stops it gracefully. */
  stop(): Promise<void> {
    return this.current.stop();
  }

  /** Restarts it on the same data, however it has ended. */
  async startAgain(): Promise<void> {
    await this.current.stop();
    this.current = (await startLocalIn(this.folder)).neo4j;
  }

  /** Stops it and removes its data. */
  async clear(): Promise<void> {
    await this.current.stop();
    this.disk.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
