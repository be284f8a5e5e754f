import type { TestProject } from 'vitest/node';
import type { DatabaseTarget } from '../../src/neo4j/database.js';
import { startTestNeo4j } from './test-neo4j.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Neo4j that every test file shares, and that none may change. */
    sharedNeo4j: DatabaseTarget;
  }
}

/** Starts the one Neo4j that the tests share, and stops it after the last of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const neo4j = await startTestNeo4j(say);
  say(`Tests run against ${neo4j.description}`);
  project.provide('sharedNeo4j', neo4j.target);
  return () => neo4j.stop();
}
