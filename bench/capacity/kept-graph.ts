import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { loadGraph, withDatabase } from '../graph/load-graph.js';
import { sampleOf, type Sample } from '../graph/sample.js';
import { shapeOf, sizes, type Shape, type SizeName } from '../graph/shape.js';
import type { RunEnvironment } from '../measure/measure-graph.js';
import { closeAfter } from './close-after.js';
import { createNeo4j, type BenchNeo4j, type StartedNeo4j } from '../neo4j/bench-neo4j.js';

/** A stopped Neo4j with a synthetic graph, kept in a directory for further runs. */
export interface KeptGraph {
  readonly name: SizeName;
  readonly shape: Shape;
  readonly sample: Sample;
  readonly neo4j: BenchNeo4j;
}

const indexTimeoutMs = 3_600_000;

/** Many different requests, so that the pages of the whole graph are read. */
const sampleSize = 50_000;

/** Opens the graph in the directory, or imports it first. */
export async function openGraph(
  name: SizeName,
  directory: string,
  { options, context }: RunEnvironment,
): Promise<KeptGraph> {
  const home = join(directory, name);
  const shape = shapeOf(sizes[name]);
  if (!existsSync(home)) {
    await mkdir(directory, { recursive: true });
    const created = await createNeo4j({ ...options, dataDir: directory }, context);
    const loaded = await loadGraph(name, created, context.report);
    await loaded.neo4j.close();
    await rename(created.directory, home);
  }
  const neo4j = await createNeo4j(options, context, home);
  return { name, shape, sample: sampleOf(shape, sampleSize), neo4j };
}

/** Starts the graph's Neo4j for the work. */
export async function withNeo4j<T>(
  { neo4j }: KeptGraph,
  environment: RunEnvironment,
  work: (started: StartedNeo4j) => Promise<T>,
  pageCacheMb?: number,
): Promise<T> {
  const started = await neo4j.start(pageCacheMb);
  return closeAfter(
    environment,
    () => started.close(),
    () => work(started),
  );
}

/** Counts the nodes and relations of a running Neo4j. */
export async function countGraph({ target }: StartedNeo4j): Promise<{ nodes: number; relations: number }> {
  return withDatabase({ target }, async (database) => {
    const count = async (text: string): Promise<number> => {
      const [row] = await database.read({ name: 'bench/count', text, parameters: {}, timeoutMs: indexTimeoutMs });
      return Number(row?.['count']);
    };
    // A Neo4j that was killed builds the indexes again that it had not written to its files.
    await count('CALL db.awaitIndexes(3600) RETURN 0 AS count');
    return {
      nodes: await count('MATCH (n) RETURN count(n) AS count'),
      relations: await count('MATCH ()-[r]->() RETURN count(r) AS count'),
    };
  });
}
