import neo4j, { type Plan, type ResultSummary } from 'neo4j-driver';
import type { DatabaseTarget, Statement } from '../../src/neo4j/database.js';

type QueryProfile = Exclude<ResultSummary['queryProfile'], false>;

/** Returns the operators of the plan that Neo4j creates for a statement, without running it. */
export async function explain(target: DatabaseTarget, statement: Statement): Promise<string[]> {
  const { plan } = await summarize(target, statement, 'EXPLAIN');
  return plan === false ? [] : operatorsOf(plan);
}

/** Runs a statement and returns its number of database hits, a cost that does not depend on the machine. */
export async function countDbHits(target: DatabaseTarget, statement: Statement): Promise<number> {
  const { queryProfile } = await summarize(target, statement, 'PROFILE');
  if (queryProfile === false) throw new Error('Expected a profile for a PROFILE statement, but Neo4j sent none.');
  return hitsOf(queryProfile);
}

async function summarize(
  target: DatabaseTarget,
  { text, parameters }: Statement,
  keyword: 'EXPLAIN' | 'PROFILE',
): Promise<ResultSummary> {
  const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.username, target.password));
  try {
    const { database } = target;
    const settings = database === undefined ? {} : { database };
    return (await driver.executeQuery(`${keyword} ${text}`, parameters, settings)).summary;
  } finally {
    await driver.close();
  }
}

function hitsOf({ dbHits, children }: QueryProfile): number {
  return (dbHits ?? 0) + children.reduce((sum, child) => sum + hitsOf(child), 0);
}

// Removes the database name that Neo4j appends to operators, as in `NodeByLabelScan@neo4j`.
function operatorsOf({ operatorType, children }: Plan): string[] {
  return [operatorType.replace(/@.*/, ''), ...children.flatMap(operatorsOf)];
}
