import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningNeo4j } from '../../src/neo4j/ways/running.js';
import { startProxy, type Proxy } from '../../tests/http/proxy.js';
import { atlas, type RunningCommand } from '../../tests/setup/command-line.js';
import { startLocalIn } from '../../tests/setup/local-neo4j.js';
import { smallDisk, type SmallDisk } from './small-disk.js';

/** What a run plays on: a server, a proxy, and behind it a Neo4j whose process and disk are ours. */
export class Stage {
  private constructor(
    readonly folder: string,
    readonly disk: SmallDisk,
    readonly proxy: Proxy,
    readonly server: RunningCommand,
    readonly url: string,
    private current: RunningNeo4j,
  ) {}

  /** Sets it up, with the article loaded. */
  static async build(budgetMs: number): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'aigc-atlas-chaos-'));
    const disk = smallDisk(folder);
    const { neo4j } = await startLocalIn(folder);
    const proxy = await startProxy(neo4j.target.uri);
    const server = atlas(['start', '--neo4j', 'uri'], {
      NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
      NEO4J_PASSWORD: neo4j.target.password,
      OPERATION_TIMEOUT: String(budgetMs),
      PORT: '0',
    });
    const [, url = ''] = await server.waitFor(/(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/);
    return new Stage(folder, disk, proxy, server, url, neo4j);
  }

  /** The Neo4j of the moment. */
  get neo4j(): RunningNeo4j {
    return this.current;
  }

  /** Starts Neo4j again on the same data, after it has ended in whatever way, and has the proxy lead there. */
  async startNeo4j(): Promise<void> {
    await this.current.stop();
    const { neo4j } = await startLocalIn(this.folder);
    this.current = neo4j;
    this.proxy.lead(neo4j.target.uri);
  }

  /** Ends it all; gives the server's exit code. */
  async clear(): Promise<number | string> {
    this.server.child.kill('SIGTERM');
    const code = await this.server.ended;
    await this.proxy.close();
    await this.current.stop();
    this.disk.remove();
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}
