import neo4j, { type Plan, type ResultSummary } from 'neo4j-driver';
import type { DatabaseTarget, Statement } from '../../src/neo4j/database.js';

type QueryProfile = Exclude<ResultSummary['queryProfile'], false>;

/** The operators of the plan that Neo4j makes for a statement, without running it. */
export async function explain(target: DatabaseTarget, statement: Statement): Promise<string[]> {
  const { plan } = await summarize(target, statement, 'EXPLAIN');
  return plan === false ? [] : operatorsOf(plan);
}

/** How many records and properties Neo4j reads for a statement: the same however busy the machine is. */
export async function countDbHits(target: DatabaseTarget, statement: Statement): Promise<number> {
  const { queryProfile } = await summarize(target, statement, 'PROFILE');
  if (queryProfile === false) throw new Error('Neo4j must send the profile of a statement that begins with PROFILE.');
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

// Neo4j writes the database behind the name of an operator: `NodeByLabelScan@neo4j`.
function operatorsOf({ operatorType, children }: Plan): string[] {
  return [operatorType.replace(/@.*/, ''), ...children.flatMap(operatorsOf)];
}
