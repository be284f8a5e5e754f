import neo4j, { type Plan } from 'neo4j-driver';
import type { DatabaseTarget, Statement } from '../../src/neo4j/database.js';

/** The operators of the plan that Neo4j makes for a statement, without running it. */
export async function explain(target: DatabaseTarget, { text, parameters }: Statement): Promise<string[]> {
  const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.username, target.password));
  try {
    const { database } = target;
    const { summary } = await driver.executeQuery(
      `EXPLAIN ${text}`,
      parameters,
      database === undefined ? {} : { database },
    );
    return summary.plan === false ? [] : operatorsOf(summary.plan);
  } finally {
    await driver.close();
  }
}

// Neo4j writes the database behind the name of an operator: `NodeByLabelScan@neo4j`.
function operatorsOf({ operatorType, children }: Plan): string[] {
  return [operatorType.replace(/@.*/, ''), ...children.flatMap(operatorsOf)];
}
