import { describe, expect, it } from 'vitest';
import { newReplaceableDatabase } from '../neo4j/replaceable-database.js';
import { DataVersion } from './data-version.js';
import { newMemoryStore, ResponseCache, type FreshResponse } from './response-cache.js';

describe('ResponseCache', () => {
  it('returns the hits of one turn of the event loop together, at its end', async () => {
    const version = new DataVersion(newReplaceableDatabase().database, 500, 1_000);
    const cache = new ResponseCache({ store: newMemoryStore(), version, fingerprint: '', onLookup: () => undefined });
    const response: FreshResponse = {
      ...{ mediaType: 'application/json', body: Buffer.from('{}') },
      ...{ isShareable: true, versions: new Set(['1']) },
    };
    const respond = () => cache.respond({ key: 'key', version: '1', isStale: false }, () => Promise.resolve(response));
    await respond();
    const events: string[] = [];
    setImmediate(() => events.push('end of the turn'));
    await Promise.all([respond(), respond()].map((hit) => hit.then(() => events.push('hit'))));
    expect(events).toEqual(['end of the turn', 'hit', 'hit']);
  });
});
