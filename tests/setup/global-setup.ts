import type { TestProject } from 'vitest/node';
import { findKeptPool } from './kept-pool.js';
import { listLongTests } from './long-tests.js';
import { loadArticle, serveNeo4jPool, type Neo4jPool } from './neo4j-pool.js';
import { requestTarget } from './pool-client.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the pool of Neo4j instances that the test files share. */
    neo4jPool: string;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Provides the pool of Neo4j instances; stops it after the last test, unless `npm run test:neo4j` keeps it up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const pool = (await useKeptPool()) ?? (await serveNeo4jPool(say));
  project.provide('neo4jPool', pool.url);
  return async () => {
    await pool.stop();
    if (project.config.include.some((glob) => glob.includes('.long.'))) return;
    say(`Left to \`npm run test:long\`, because they need minutes: ${listLongTests().join(', ')}.`);
  };
}

async function useKeptPool(): Promise<Neo4jPool | undefined> {
  const url = await findKeptPool();
  if (url === undefined) return undefined;
  const target = await requestTarget(url);
  // The data files may have changed since it was started.
  await loadArticle(target);
  say(`Tests run against the Neo4j at ${target.uri}, which npm run test:neo4j keeps up`);
  return { url, stop: () => Promise.resolve() };
}
