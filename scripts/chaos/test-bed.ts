import type { DatabaseTarget } from '../../src/neo4j/database.js';
import { startProxy, type Proxy } from '../../tests/http/proxy.js';
import { runAtlas, type RunningCommand } from '../../tests/setup/command-line.js';

/** The test environment: a server, and a proxy between it and Neo4j. */
export class TestBed {
  private constructor(
    readonly proxy: Proxy,
    readonly url: string,
    private readonly server: RunningCommand,
    private current: DatabaseTarget,
  ) {}

  /** Starts both in front of a Neo4j; `budgetMs` is the server's time limit for an operation. */
  static async start(neo4j: DatabaseTarget, budgetMs: number): Promise<TestBed> {
    const proxy = await startProxy(neo4j.uri);
    const server = runAtlas(['start', '--neo4j', 'uri'], {
      NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
      NEO4J_PASSWORD: neo4j.password,
      OPERATION_TIMEOUT: String(budgetMs),
      PORT: '0',
    });
    const [, url = ''] = await server.waitFor(/(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/);
    return new TestBed(proxy, url, server, neo4j);
  }

  /** The current Neo4j. */
  get neo4j(): DatabaseTarget {
    return this.current;
  }

  /** Points the proxy to another Neo4j. */
  redirect(neo4j: DatabaseTarget): void {
    this.current = neo4j;
    this.proxy.forwardTo(neo4j.uri);
  }

  /** Stops both; returns the server's exit code. */
  async dispose(): Promise<number | string> {
    this.server.child.kill('SIGTERM');
    const code = await this.server.ended;
    await this.proxy.close();
    return code;
  }
}
