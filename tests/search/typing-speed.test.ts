import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { countDbHits } from '../setup/explain.js';
import { recordStatements, type RecordingDatabase } from '../setup/recording-database.js';

const neo4j = sharedNeo4j();
let recordingDatabase: RecordingDatabase;
const api = serveApi(() => (recordingDatabase = recordStatements(neo4j.database)));

interface SuggestData {
  readonly suggest: readonly { readonly text: string }[];
}

it.each([
  ['stable d', 'Stable Diffusion'],
  ['深圳', '深圳'],
  ['qzx', undefined],
])('The suggestion for "%s" is %s, with fewer database hits than a scan of all entities', async (prefix, name) => {
  recordingDatabase.takeStatements();
  const { suggest } = await api.query<SuggestData>('query ($prefix: String!) { suggest(prefix: $prefix) { text } }', {
    prefix,
  });
  expect(suggest[0]?.text).toBe(name);
  const statement = recordingDatabase
    .takeStatements()
    .find(({ text }) => text.includes('db.index.fulltext.queryNodes'));
  if (!statement) throw new Error('Expected a query of the full-text index.');
  const text = 'MATCH (n:Entity) RETURN n.searchNames AS names';
  const scanStatement = { name: 'test/scan', text, parameters: {} };
  expect(await countDbHits(neo4j.target, statement)).toBeLessThan((await countDbHits(neo4j.target, scanStatement)) / 2);
});
