import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import { codesOf, httpServer } from './http-server.js';
import type { Proxy } from './proxy.js';

/** Two Neo4j servers behind a proxy, of which one is the leader. */
export interface LeaderSetup {
  /** The proxy to the leader; the routing table names it, whichever server leads. */
  readonly router: Proxy;
  readonly username: string;
  readonly password: string;
  /** Stops the leader for good and makes the other server the leader. */
  switchLeader(): void;
}

/** Tests a server that connects with the routing scheme and whose leader changes. */
export function describeLeaderSwitch(title: string, provide: () => Promise<LeaderSetup>): void {
  describe(title, () => {
    let setup: LeaderSetup;
    let database: Database;
    beforeAll(async () => {
      setup = await provide();
      const { router, username, password } = setup;
      database = await openDatabase({ uri: `neo4j://127.0.0.1:${router.port}`, username, password });
    });
    afterAll(async () => {
      await setup.router.close();
      await database.close();
    });
    const server = httpServer(() => database, { operationTimeoutMs: 10_000 }, false);

    let requestCount = 0;
    const send = async (): Promise<{ status: number; code: string | undefined }> => {
      const response = await server.post({
        query: `{ companies(first: 1) { nodes { slug } } } # ${(requestCount += 1)}`,
      });
      return { status: response.status, code: codesOf(response)[0] };
    };
    const isSuccessful = async (): Promise<boolean> => (await send()).status === 200;

    it('lets no request wait for the old leader, and reads from the new one', async () => {
      await expect.poll(isSuccessful).toBe(true);
      setup.switchLeader();
      // The old leader never responds, so each response shows that the server did not wait for it.
      const sendThree = async (): Promise<boolean> => {
        const responses = await Promise.all([send(), send(), send()]);
        for (const { status, code } of responses) {
          expect([undefined, 'DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT']).toContain(code);
          expect(status).toBe(code === undefined ? 200 : 503);
        }
        return responses.every(({ status }) => status === 200);
      };
      await expect.poll(sendThree).toBe(true);
    });
  });
}
