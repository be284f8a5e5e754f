import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportFiles } from '../../src/graph/export/export-files.js';
import type { GraphContent } from '../../src/graph/graph-content.js';
import { packageRoot } from '../../src/paths.js';
import { findNetworkx } from '../setup/networkx.js';
import { atlasGraph, trickyGraph } from './sample-graphs.js';

const attributes = z.record(z.string(), z.unknown());
const pythonOutput = z.object({
  graphs: z.record(
    z.string(),
    z.object({
      type: z.string(),
      truncated: z.boolean().nullable(),
      nodes: z.record(z.string(), attributes),
      edges: z.array(z.tuple([z.string(), z.string(), attributes])),
      keys: z.array(z.tuple([z.string(), z.string(), z.string()])).nullable(),
    }),
  ),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.string()))),
});
type PythonOutput = z.infer<typeof pythonOutput>;

const networkx = await findNetworkx();
const title = 'missing' in networkx ? `(networkx is missing: ${networkx.missing}) The exports of` : 'The exports of';
const graphs: readonly (readonly [string, GraphContent])[] = [
  ['a tricky graph', trickyGraph],
  ['the whole dataset', atlasGraph()],
];

describe.skipIf('missing' in networkx).each(graphs)(`${title} %s`, (_name, graph) => {
  let output: PythonOutput;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'aigc-atlas-exports-'));
    for (const { name, write } of exportFiles) await writeFile(join(directory, name), [...write(graph)].join(''));
    output = await readWithNetworkx(directory);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it.each([
    ['graph.gexf', 'label', 'label'],
    ['graph.graphml', 'label', 'kind'],
    ['graph.node-link.json', 'name', 'kind'],
    ['graph.cytoscape.json', 'name', 'kind'],
  ])('are read by networkx with every node and relation: %s', (file, nameKey, typeKey) => {
    const { type, truncated, nodes, edges, keys } = output.graphs[file] ?? expect.unreachable(`${file} was not read`);
    expect(type).toMatch(/DiGraph$/);
    // networkx does not read graph attributes from GEXF.
    expect(truncated).toBe(file === 'graph.gexf' ? null : graph.truncated);
    expect(Object.keys(nodes)).toEqual(graph.nodes.map(({ id }) => id));
    for (const { id, type: kind, name, nameZh, summary, degree } of graph.nodes) {
      const expected = { [nameKey]: name, kind, degree, ...(nameZh && { nameZh }), ...(summary && { summary }) };
      expect(nodes[id]).toMatchObject(expected);
    }
    expect(edges.map(([source, target, { [typeKey]: kind }]) => [kind, source, target].join(' ')).toSorted()).toEqual(
      graph.links.map(({ type: kind, source, target }) => [kind, source, target].join(' ')).toSorted(),
    );
    if (keys) expect(keys.map(([, , key]) => key).toSorted()).toEqual(graph.links.map(({ id }) => id).toSorted());
  });

  it('are read by Python with every row of the CSV tables', () => {
    expect(output.tables['nodes.csv']?.map(({ id, label, nameZh }) => [id, label, nameZh])).toEqual(
      graph.nodes.map(({ id, name, nameZh }) => [id, name, nameZh ?? '']),
    );
    expect(output.tables['links.csv']?.map(({ id, source, target }) => [id, source, target])).toEqual(
      graph.links.map(({ id, source, target }) => [id, source, target]),
    );
  });
});

async function readWithNetworkx(directory: string): Promise<PythonOutput> {
  if ('missing' in networkx) throw new Error(networkx.missing);
  const script = join(packageRoot, 'tests', 'graph', 'read-with-networkx.py');
  const { stdout } = await promisify(execFile)(networkx.python, [script, directory], { maxBuffer: 64 * 1024 * 1024 });
  return pythonOutput.parse(JSON.parse(stdout));
}
