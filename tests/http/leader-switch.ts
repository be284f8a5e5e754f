import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import { codesOf, httpServer } from './http-server.js';
import type { Proxy } from './proxy.js';

/** Two Neo4j servers behind a proxy, of which one is the leader. */
export interface Leaders {
  /** The proxy to the leader; the routing table names it, whichever server leads. */
  readonly router: Proxy;
  readonly username: string;
  readonly password: string;
  /** Stops the leader for good and makes the other server the leader. */
  switchLeader(): void;
}

/** Tests a server that connects with the routing scheme and whose leader changes. */
export function describeLeaderSwitch(title: string, provide: () => Promise<Leaders>): void {
  describe(title, () => {
    let leaders: Leaders;
    let database: Database;
    beforeAll(async () => {
      leaders = await provide();
      const { router, username, password } = leaders;
      database = await openDatabase({ uri: `neo4j://127.0.0.1:${router.port}`, username, password });
    });
    afterAll(async () => {
      await leaders.router.close();
      await database.close();
    });
    const server = httpServer(() => database, { operationTimeoutMs: 10_000 }, false);

    let asked = 0;
    const ask = async (): Promise<{ status: number; code: string | undefined }> => {
      const answer = await server.post({ query: `{ companies(first: 1) { nodes { slug } } } # ${(asked += 1)}` });
      return { status: answer.status, code: codesOf(answer)[0] };
    };
    const isAnswered = async (): Promise<boolean> => (await ask()).status === 200;

    it('lets no request wait for the old leader, and reads from the new one', async () => {
      await expect.poll(isAnswered).toBe(true);
      leaders.switchLeader();
      // The old leader never responds, so each response shows that the server did not wait for it.
      const askThree = async (): Promise<boolean> => {
        const answers = await Promise.all([ask(), ask(), ask()]);
        for (const { status, code } of answers) {
          expect([undefined, 'DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT']).toContain(code);
          expect(status).toBe(code === undefined ? 200 : 503);
        }
        return answers.every(({ status }) => status === 200);
      };
      await expect.poll(askThree).toBe(true);
    });
  });
}
