import type { TestProject } from 'vitest/node';
import { findPersistentPool } from './persistent-pool.js';
import { listLongTests } from './long-tests.js';
import { loadArticle, serveNeo4jPool, type Neo4jPool } from './neo4j-pool.js';
import { requestTarget } from './pool-client.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the Neo4j pool that the test files share. */
    neo4jPool: string;
  }
}

const log = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts the Neo4j pool and stops it after the last test; uses the pool of `npm run test:neo4j` if one is running. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const pool = (await usePersistentPool()) ?? (await serveNeo4jPool(log));
  project.provide('neo4jPool', pool.url);
  return async () => {
    await pool.stop();
    if (project.config.include.some((glob) => glob.includes('.long.'))) return;
    log(`Not run, because they take minutes (\`npm run test:long\` runs them): ${listLongTests().join(', ')}.`);
  };
}

async function usePersistentPool(): Promise<Neo4jPool | undefined> {
  const url = await findPersistentPool();
  if (url === undefined) return undefined;
  const target = await requestTarget(url);
  // The data files may have changed since the pool started.
  await loadArticle(target);
  log(`Using the Neo4j at ${target.uri} that npm run test:neo4j keeps running`);
  return { url, stop: () => Promise.resolve() };
}
