import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseTarget } from '../../src/neo4j/database.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { readNeo4jPid, startLocalNeo4j } from '../../tests/setup/local-neo4j.js';
import { mountSmallDisk, type SmallDisk } from './small-disk.js';

/** A Neo4j with its own process and disk, so that both can be made to fail. */
export class IsolatedNeo4j {
  private constructor(
    private readonly directory: string,
    readonly disk: SmallDisk,
    private current: RunningNeo4j,
  ) {}

  /** Starts it on an empty disk; the server that uses it loads the data. */
  static async start(): Promise<IsolatedNeo4j> {
    const directory = mkdtempSync(join(tmpdir(), 'aigc-atlas-chaos-'));
    const disk = mountSmallDisk(directory);
    const { neo4j } = await startLocalNeo4j(directory);
    return new IsolatedNeo4j(directory, disk, neo4j);
  }

  /** Its current address; the port changes with each start. */
  get target(): DatabaseTarget {
    return this.current.target;
  }

  /** Sends its process a signal. */
  signal(name: NodeJS.Signals): void {
    process.kill(readNeo4jPid(this.directory), name);
  }

  /** Stops it gracefully. */
  stop(): Promise<void> {
    return this.current.stop();
  }

  /** Restarts it on the same data, however it has ended. */
  async restart(): Promise<void> {
    await this.current.stop();
    this.current = (await startLocalNeo4j(this.directory)).neo4j;
  }

  /** Stops it and removes its data. */
  async dispose(): Promise<void> {
    await this.current.stop();
    this.disk.remove();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
