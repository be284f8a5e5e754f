import neo4j, { type Plan, type ResultSummary } from 'neo4j-driver';
import type { DatabaseTarget, Statement } from '../../src/neo4j/database.js';

type QueryProfile = Exclude<ResultSummary['queryProfile'], false>;

/** Returns the operators of the plan that Neo4j creates for a statement, without running it. */
export async function explainOperators(target: DatabaseTarget, statement: Statement): Promise<string[]> {
  const { plan } = await runForSummary(target, statement, 'EXPLAIN');
  return plan === false ? [] : operatorsOf(plan);
}

/** Runs a statement and returns its number of database hits, a cost that does not depend on the machine. */
export async function countDbHits(target: DatabaseTarget, statement: Statement): Promise<number> {
  const { queryProfile } = await runForSummary(target, statement, 'PROFILE');
  if (queryProfile === false) throw new Error('Expected a profile for a PROFILE statement, but Neo4j sent none.');
  return sumDbHits(queryProfile);
}

async function runForSummary(
  target: DatabaseTarget,
  { text, parameters }: Statement,
  keyword: 'EXPLAIN' | 'PROFILE',
): Promise<ResultSummary> {
  const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.username, target.password));
  try {
    const { database } = target;
    const options = database === undefined ? {} : { database };
    return (await driver.executeQuery(`${keyword} ${text}`, parameters, options)).summary;
  } finally {
    await driver.close();
  }
}

function sumDbHits({ dbHits, children }: QueryProfile): number {
  return (dbHits ?? 0) + children.reduce((sum, child) => sum + sumDbHits(child), 0);
}

// Removes the database name that Neo4j appends to operators, as in `NodeByLabelScan@neo4j`.
function operatorsOf({ operatorType, children }: Plan): string[] {
  return [operatorType.replace(/@.*/, ''), ...children.flatMap(operatorsOf)];
}
