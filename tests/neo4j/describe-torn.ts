import { afterAll, describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import type { Row, Statement } from '../../src/neo4j/database.js';
import { proxiedNeo4j } from '../http/proxied-neo4j.js';

/** More bytes than Neo4j sends from the handshake to the last row. */
const mostBytes = 2_000;
const rows = Array.from({ length: 20 }, (_, i) => ({ i, text: `row ${i}` }));
const statement: Statement = {
  name: 'test/rows',
  text: 'UNWIND range(0, 19) AS i RETURN i, "row " + i AS text',
  parameters: {},
};

/** Tests a connection that is cut after ever more bytes: `first` more each time up to byte 50, then `then` more. */
export function describeTorn(steps: { readonly first: number; readonly then: number }): void {
  describe(`a connection that is cut after every ${steps.then} bytes`, () => {
    const proxied = proxiedNeo4j();
    afterAll(() => proxied.proxy.tear(Infinity));

    const read = (): Promise<Row[] | AtlasError> =>
      proxied.database.read(statement).catch((error: unknown) => {
        if (error instanceof AtlasError) return error;
        throw error;
      });

    it('returns all rows or fails with DATABASE_UNAVAILABLE, and never returns a partial result', async () => {
      const seen = { complete: 0, cut: 0 };
      for (let bytes = 0; bytes < mostBytes; bytes += bytes < 50 ? steps.first : steps.then) {
        proxied.proxy.tear(bytes);
        proxied.database.reconnect();
        const answer = await read();
        if (answer instanceof AtlasError)
          expect(answer.code, `after ${bytes} bytes: ${answer.message}`).toBe('DATABASE_UNAVAILABLE');
        else expect(answer).toEqual(rows);
        seen[answer instanceof AtlasError ? 'cut' : 'complete'] += 1;
      }
      expect(seen.cut).toBeGreaterThan(mostBytes / steps.then / 4);
      expect(seen.complete).toBeGreaterThan(mostBytes / steps.then / 20);
    });
  });
}
