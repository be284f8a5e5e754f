import type { TestProject } from 'vitest/node';
import { findKeptPool } from './kept-pool.js';
import { listLongTests } from './long-tests.js';
import { loadArticle, requestTarget, serveNeo4jPool, type Neo4jPool } from './neo4j-pool.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the pool of Neo4j instances that the test files share. */
    neo4jPool: string;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Provides the pool of Neo4j instances; stops it after the last test, unless `npm run test:neo4j` keeps it up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const pool = (await useKeptPool()) ?? (await startPool());
  project.provide('neo4jPool', pool.url);
  return async () => {
    await pool.stop();
    if (project.name !== 'server') return;
    say(`Left to \`npm run test:long\`, because they need minutes: ${listLongTests().join(', ')}.`);
  };
}

async function useKeptPool(): Promise<Neo4jPool | undefined> {
  const url = await findKeptPool();
  if (url === undefined) return undefined;
  const target = await requestTarget(url, 'article');
  // The data files may have changed since it was started.
  await loadArticle(target);
  say(`Tests run against the Neo4j at ${target.uri}, which npm run test:neo4j keeps up`);
  return { url, stop: () => Promise.resolve() };
}

/** Has the instance with the article start while the unit tests run; the first test that needs it waits for it. */
async function startPool(): Promise<Neo4jPool> {
  const pool = await serveNeo4jPool(say);
  requestTarget(pool.url, 'article').then(
    ({ uri }) => say(`Tests run against the Neo4j at ${uri}`),
    () => undefined, // each test that needs it fails with the reason
  );
  return pool;
}
