import { describe, expect, it } from 'vitest';
import { defaultHttpConfig } from '../../src/http/http-config.js';
import type { ManifestOperation } from '../../src/http/operation-manifest.js';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer } from './http-server.js';

/** Tests that operations of the manifest stay within the cost limit and get the same response when repeated. */
export function describeManifestOperations(operations: readonly ManifestOperation[]): void {
  describe('an operation of the manifest', () => {
    const neo4j = sharedNeo4j();
    const server = httpServer(() => neo4j.database, { operationTimeoutMs: 600_000 }, false);

    it.each(operations)('stays within the cost limit and gets the same response again: $name', async ({ body }) => {
      const [first, second] = [await server.post({ query: body }), await server.post({ query: body })];
      // The operations of the web pages require variables, and are rejected without them.
      expect(codesOf(first).filter((code) => code !== 'BAD_USER_INPUT')).toEqual([]);
      expect(first.body.extensions?.cost?.cost).toBeLessThanOrEqual(defaultHttpConfig.costLimit);
      expect(second.body.extensions?.cost).toEqual(first.body.extensions?.cost);
      expect([second.status, second.body.data, codesOf(second)]).toEqual([
        first.status,
        first.body.data,
        codesOf(first),
      ]);
    });
  });
}
