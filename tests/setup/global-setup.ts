import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { openDatabase, type DatabaseTarget } from '../../src/neo4j/database.js';
import { packageRoot } from '../../src/paths.js';
import { startTestNeo4j } from './test-neo4j.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Neo4j that every test file shares, loaded with the article, and that none may change. */
    sharedNeo4j: DatabaseTarget;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts the one Neo4j that the tests share, loads the article into it, and stops it after the last of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const neo4j = await startTestNeo4j(say);
  try {
    say(`Tests run against ${neo4j.description}`);
    await loadArticle(neo4j.target);
  } catch (error) {
    await neo4j.stop();
    throw error;
  }
  project.provide('sharedNeo4j', neo4j.target);
  return () => neo4j.stop();
}

async function loadArticle(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target);
  try {
    await loadDataset(database, await readDataset(join(packageRoot, 'data')));
  } finally {
    await database.close();
  }
}
