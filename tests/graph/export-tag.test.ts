import { expect, it } from 'vitest';
import { parseExportFilter } from '../../src/graph/export/export-filter.js';
import { entityTag } from '../../src/http/etag.js';
import { DataVersion } from '../../src/cache/data-version.js';
import { projectModel } from '../../src/model/project-model.js';
import { releaseOf } from '../../src/release.js';
import { httpServer } from '../http/http-server.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const server = httpServer(() => neo4j.database);

it('The ETag of an export depends on the release and the data version', async () => {
  const data = await new DataVersion(neo4j.database, 0, 60_000).current();
  const tagFor = (version: string): string =>
    entityTag(version, 'nodes.csv', JSON.stringify(parseExportFilter(projectModel(), { limit: '3' })));
  const { headers } = await server.get('/export/nodes.csv?limit=3');
  expect(headers.get('etag')).toBe(tagFor(`${releaseOf(projectModel())} ${data}`));
  expect(headers.get('etag')).not.toBe(tagFor(data));
  const again = await server.get('/export/nodes.csv?limit=3', {
    'if-none-match': `W/${tagFor(`${releaseOf(projectModel())} ${data}`)}`,
  });
  expect([again.status, again.headers.get('etag')]).toEqual([304, headers.get('etag')]);
});
