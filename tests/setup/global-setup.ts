import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { openDatabase, type DatabaseTarget } from '../../src/neo4j/database.js';
import { packageRoot } from '../../src/paths.js';
import { findKeptPool } from './kept-pool.js';
import { listLongTests } from './long-tests.js';
import { requestTarget, serveNeo4jPool } from './neo4j-pool.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the pool of Neo4j instances that the test files share. */
    neo4jPool: string;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Provides the pool of Neo4j instances with the article loaded; stops it after the last test, unless it was kept up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const keptUrl = await findKeptPool();
  const pool = keptUrl === undefined ? await serveNeo4jPool(say) : { url: keptUrl, stop: () => Promise.resolve() };
  try {
    const target = await requestTarget(pool.url, 'article');
    say(`Tests run against the Neo4j at ${target.uri}${keptUrl === undefined ? '' : ', kept up by test:neo4j'}`);
    await loadArticle(target);
  } catch (error) {
    await pool.stop();
    throw error;
  }
  project.provide('neo4jPool', pool.url);
  return async () => {
    await pool.stop();
    if (project.name !== 'server') return;
    say(`Left to \`npm run test:long\`, because they need minutes: ${listLongTests().join(', ')}.`);
  };
}

async function loadArticle(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target);
  try {
    await loadDataset(database, await readDataset(join(packageRoot, 'data')));
  } finally {
    await database.close();
  }
}
