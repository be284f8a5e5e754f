import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { openDatabase, type DatabaseTarget } from '../../src/neo4j/database.js';
import { markOf } from '../../src/neo4j/ways/processes.js';
import type { RunningNeo4j, Say } from '../../src/neo4j/ways/running.js';
import { packageRoot } from '../../src/paths.js';
import { startTestNeo4j } from './test-neo4j.js';

/** The Neo4j instances of a test run; each starts when it is first requested, because a start takes some seconds. */
export interface Neo4jPool {
  /**
   * Base URL, such as `http://127.0.0.1:40123`. `<url>/article` answers with the target of the instance that all share,
   * as JSON; `<url>/scratch/<pid>` with the one that this process alone may write to.
   */
  readonly url: string;
  /** Stops every instance that was started. */
  stop(): Promise<void>;
}

/** The path of the instance that all read. */
const article = '/article';

const targetSchema = z.object({ uri: z.string(), username: z.string(), password: z.string(), database: z.string() });

/** Serves a pool on a free port of the loopback, for the processes that run test files. */
export async function serveNeo4jPool(say: Say): Promise<Neo4jPool> {
  const instances = new Map<string, Promise<RunningNeo4j>>();
  const startOnce = (name: string): Promise<RunningNeo4j> => {
    const instance = instances.get(name) ?? start(name, say);
    instances.set(name, instance);
    return instance;
  };
  const writers: number[] = [];
  const instanceFor = (path: string): Promise<RunningNeo4j> => {
    const pid = /^\/scratch\/(\d+)$/.exec(path)?.[1];
    return startOnce(pid === undefined ? path : `/scratch-${claimPlace(writers, Number(pid))}`);
  };
  const server = createServer(({ url = '' }, response) => void answer(response, instanceFor(url)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('A TCP server must have an address.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      for (const instance of await Promise.allSettled(instances.values()))
        if (instance.status === 'fulfilled') await instance.value.stop();
    },
  };
}

async function start(name: string, say: Say): Promise<RunningNeo4j> {
  const instance = await startTestNeo4j(say);
  if (name !== article) return instance;
  try {
    await loadArticle(instance.target);
    return instance;
  } catch (error) {
    await instance.stop();
    throw error;
  }
}

/** Makes the database hold the article as the data files have it; quick where it already does. */
export async function loadArticle(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target);
  try {
    await loadDataset(database, await readDataset(join(packageRoot, 'data')));
  } finally {
    await database.close();
  }
}

/** Gives a process its own place among the writers: the one it has, one whose process has ended, or a new one. */
function claimPlace(writers: number[], pid: number): number {
  const own = writers.indexOf(pid);
  const free = own >= 0 ? own : writers.findIndex((writer) => markOf(writer) === undefined);
  const place = free >= 0 ? free : writers.length;
  writers[place] = pid;
  return place;
}

async function answer(response: ServerResponse, instance: Promise<RunningNeo4j>): Promise<void> {
  try {
    response.end(JSON.stringify((await instance).target));
  } catch (error) {
    response.writeHead(500).end(error instanceof Error ? error.message : String(error));
  }
}

/** Requests the target of one instance from a pool, starting it if needed. */
export async function requestTarget(poolUrl: string, name: string): Promise<DatabaseTarget> {
  const response = await fetch(`${poolUrl}/${name}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`The Neo4j "${name}" of the tests must start; it did not: ${text}`);
  return targetSchema.parse(JSON.parse(text));
}
