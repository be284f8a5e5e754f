import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { openDatabase, type DatabaseTarget } from '../../src/neo4j/database.js';
import type { ReportLine } from '../../src/launchers/launcher.js';
import { packageRoot } from '../../src/paths.js';
import { articlePath, scratchPath } from './pool-client.js';
import type { TestNeo4j } from './temporary-neo4j.js';
import { startTestNeo4j } from './test-neo4j.js';

/** The Neo4j instances of a test run; each starts at its first request, because a start takes seconds. */
export interface Neo4jPool {
  /**
   * Base URL, such as `http://127.0.0.1:40123`. `<url>/article` returns the target of the shared read-only instance, as
   * JSON. `<url>/scratch` returns the target of the writable instance once it is free, and leases the instance to the
   * client until the client closes the connection.
   */
  readonly url: string;
  /** Stops every started instance. */
  stop(): Promise<void>;
}

/** Serves a pool on a free port of the loopback interface, for the test workers. */
export async function serveNeo4jPool(log: ReportLine): Promise<Neo4jPool> {
  const instances = new Map<string, Promise<TestNeo4j>>();
  const startOnce = (name: string): Promise<TestNeo4j> => {
    const instance = instances.get(name) ?? startInstance(name, log);
    instances.set(name, instance);
    return instance;
  };
  let scratchReleased = Promise.resolve();
  const handleRequest = async (path: string, response: ServerResponse): Promise<void> => {
    if (path !== scratchPath) return sendTarget(response, startOnce(path)).then(() => void response.end());
    const previousReleased = scratchReleased;
    const connectionClosed = new Promise<void>((resolve) => void response.once('close', resolve));
    scratchReleased = previousReleased.then(() => connectionClosed);
    await previousReleased;
    return sendTarget(response, startOnce(path));
  };
  const server = createServer(({ url = '' }, response) => void handleRequest(url, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('Expected the pool to listen on a TCP port.');
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

async function startInstance(name: string, log: ReportLine): Promise<TestNeo4j> {
  const instance = await startTestNeo4j(log);
  if (name !== articlePath) return instance;
  try {
    await loadArticle(instance.target);
    return instance;
  } catch (error) {
    await instance.stop();
    throw error;
  }
}

/** Loads the article's data files into a database; fast if the database already contains them. */
export async function loadArticle(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target);
  try {
    await loadDataset(database, projectModel(), await readDataset(projectModel(), join(packageRoot, 'data')));
  } finally {
    await database.close();
  }
}

async function sendTarget(response: ServerResponse, instance: Promise<TestNeo4j>): Promise<void> {
  try {
    response.write(`${JSON.stringify((await instance).target)}\n`);
  } catch (error) {
    response.writeHead(500).end(error instanceof Error ? error.message : String(error));
  }
}
