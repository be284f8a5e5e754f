import { setTimeout as delay } from 'node:timers/promises';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { openDatabase } from '../../src/neo4j/database.js';
import type { TestDatabase } from '../setup/databases.js';
import type { TestCase } from './generate-test-cases.js';
import type { Evaluator } from './evaluator/evaluate.js';
import type { Mode } from './modes.js';
import { TestServers } from './run-test-case.js';

/** A dataset, and the evaluator of queries on it. */
export interface Edition {
  readonly dataset: Dataset;
  readonly evaluator: Evaluator;
}

/** The maximum age of a cached response; servers refresh the data version in half that time. */
const maxAgeMs = 1_000;

/**
 * Sends the requests of a test case while another process loads each dataset, and again after each load. Starts and
 * ends with the first dataset.
 */
export async function runTestCaseWithWrites(
  testCase: TestCase,
  mode: Mode,
  neo4j: TestDatabase,
  [firstEdition, ...otherEditions]: readonly [Edition, ...Edition[]],
): Promise<void> {
  const servers = new TestServers(mode, neo4j.database);
  try {
    await mode.prepare?.();
    await loadInto(neo4j, firstEdition.dataset);
    await servers.sendGroups(testCase.groups, firstEdition.evaluator);
    for (const nextEdition of [...otherEditions, firstEdition])
      await sendDuringLoad(servers, testCase, neo4j, nextEdition);
  } finally {
    await servers.close();
  }
}

async function sendDuringLoad(servers: TestServers, testCase: TestCase, neo4j: TestDatabase, nextEdition: Edition) {
  const load = { isDone: false };
  servers.addEvent('loading another dataset');
  const pendingLoad = loadInto(neo4j, nextEdition.dataset).finally(() => (load.isDone = true));
  try {
    // While Neo4j applies a commit, a read may see the old data, the new data or both, so check only later responses.
    do await servers.sendGroups(testCase.groups);
    while (!load.isDone);
  } finally {
    await pendingLoad;
  }
  await delay(maxAgeMs);
  servers.addEvent('the dataset was loaded one second ago');
  await servers.sendGroups(testCase.groups, nextEdition.evaluator);
}

async function loadInto({ target }: TestDatabase, dataset: Dataset): Promise<void> {
  const database = await openDatabase(target);
  try {
    await loadDataset(database, projectModel(), dataset);
  } finally {
    await database.close();
  }
}
