import { afterAll, describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import type { Row, Statement } from '../../src/neo4j/database.js';
import { proxiedNeo4j } from '../http/proxied-neo4j.js';

/** More bytes than Neo4j sends from the handshake to the last row. */
const maxBytes = 2_000;
const rows = Array.from({ length: 20 }, (_, i) => ({ i, text: `row ${i}` }));
const statement: Statement = {
  name: 'test/rows',
  text: 'UNWIND range(0, 19) AS i RETURN i, "row " + i AS text',
  parameters: {},
};

/** Tests a connection that is cut after ever more bytes: `first` more each time up to byte 50, then `then` more. */
export function describeCutConnection(steps: { readonly first: number; readonly then: number }): void {
  describe(`a connection that is cut after every ${steps.then} bytes`, () => {
    const proxiedServer = proxiedNeo4j();
    afterAll(() => proxiedServer.proxy.cutAfter(Infinity));

    const read = (): Promise<Row[] | AtlasError> =>
      proxiedServer.database.read(statement).catch((error: unknown) => {
        if (error instanceof AtlasError) return error;
        throw error;
      });

    it('returns all rows or fails with DATABASE_UNAVAILABLE, and never returns a partial result', async () => {
      const outcomes = { complete: 0, cut: 0 };
      for (let bytes = 0; bytes < maxBytes; bytes += bytes < 50 ? steps.first : steps.then) {
        proxiedServer.proxy.cutAfter(bytes);
        proxiedServer.database.reconnect();
        const result = await read();
        if (result instanceof AtlasError)
          expect(result.code, `after ${bytes} bytes: ${result.message}`).toBe('DATABASE_UNAVAILABLE');
        else expect(result).toEqual(rows);
        outcomes[result instanceof AtlasError ? 'cut' : 'complete'] += 1;
      }
      expect(outcomes.cut).toBeGreaterThan(maxBytes / steps.then / 4);
      expect(outcomes.complete).toBeGreaterThan(maxBytes / steps.then / 20);
    });
  });
}
