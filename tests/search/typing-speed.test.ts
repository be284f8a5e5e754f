import { expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { countDbHits } from '../setup/explain.js';
import { recording, type RecordingDatabase } from '../setup/recording.js';

const neo4j = sharedNeo4j();
let recorded: RecordingDatabase;
const api = listen(() => (recorded = recording(neo4j.database)));

interface Suggested {
  readonly suggest: readonly { readonly text: string }[];
}

it.each([
  ['stable d', 'Stable Diffusion'],
  ['深圳', '深圳'],
  ['qzx', undefined],
])('The suggestion for "%s" is %s, with fewer database hits than a scan of all entities', async (prefix, name) => {
  recorded.taken();
  const { suggest } = await api.ask<Suggested>('query ($prefix: String!) { suggest(prefix: $prefix) { text } }', {
    prefix,
  });
  expect(suggest[0]?.text).toBe(name);
  const completing = recorded.taken().find(({ text }) => text.includes('db.index.fulltext.queryNodes'));
  if (!completing) throw new Error('Expected a query of the full-text index.');
  const text = 'MATCH (n:Entity) RETURN n.searchNames AS names';
  const scan = { name: 'test/scan', text, parameters: {} };
  expect(await countDbHits(neo4j.target, completing)).toBeLessThan((await countDbHits(neo4j.target, scan)) / 2);
});
