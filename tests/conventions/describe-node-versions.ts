import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { installNode, testedNodeVersions } from '../../scripts/package/node-versions.js';
import { listOperationNames, readOperation } from '../operations/read-operation.js';
import { runCommand, waitForAddress } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import type { InstalledPackage } from '../setup/installed-package.js';

/** Every operation of the project, searches in both languages among them, and one that is invalid. */
const queries = [...listOperationNames().map(readOperation), '{ nothing }'];
const exports = ['graph.gexf', 'links.csv', 'graph.cytoscape.json'];

/** Tests that the installed package runs on each version of Node.js, with equal responses. */
export function describeNodeVersions(installed: InstalledPackage): void {
  describe('on each tested version of Node.js', () => {
    const neo4j = sharedNeo4j();
    const responses: string[][] = [];

    it.each(testedNodeVersions)(
      'checks its data and serves the graph on Node.js %i without a warning',
      async (major) => {
        const main = join(installed.directory, 'node_modules', 'aigc-atlas', 'dist', 'main.js');
        const node = installNode(major);
        const check = runCommand(node, [main, 'check'], {}, installed.directory);
        expect([await check.ended, check.errors()]).toEqual([0, '']);
        const { uri, password } = neo4j.target;
        const settings = { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0', OPERATION_TIMEOUT: '600000' };
        const server = runCommand(node, [main, 'start', '--neo4j', 'uri'], settings, installed.directory);
        onTestFinished(() => void server.child.kill('SIGKILL'));
        responses.push(await readAll(await waitForAddress(server)));
        server.child.kill('SIGTERM');
        expect(await server.ended).toBe(0);
        expect([server.errors(), server.output()]).toEqual(['', expect.not.stringContaining('Node.js warning')]);
      },
    );

    it('responds alike', () => {
      expect(responses.length).toBe(testedNodeVersions.length);
      const [first = [], ...others] = responses;
      expect(first.filter((text) => !text.startsWith('200 '))).toEqual([expect.stringMatching(/^400 .*nothing/)]);
      for (const other of others) expect(other).toEqual(first);
    });
  });
}

/** The status and the body of the response to each query and of each export. */
function readAll(address: string): Promise<string[]> {
  // Otherwise each error has a random request id.
  const headers = { 'content-type': 'application/json', 'x-request-id': 'compared' };
  return Promise.all([
    ...queries.map((query) =>
      readResponse(fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })),
    ),
    ...exports.map((name) => readResponse(fetch(`${address}/export/${name}`))),
  ]);
}

async function readResponse(request: Promise<Response>): Promise<string> {
  const response = await request;
  return `${response.status} ${await response.text()}`;
}
