import { setTimeout as delay } from 'node:timers/promises';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { openDatabase } from '../../src/neo4j/database.js';
import type { TestDatabase } from '../setup/databases.js';
import type { Case } from './draw-case.js';
import type { Evaluator } from './evaluator/evaluate.js';
import type { Mode } from './modes.js';
import { Crew } from './play.js';

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
export async function playWrites(
  drawn: Case,
  mode: Mode,
  neo4j: TestDatabase,
  [first, ...others]: readonly [Edition, ...Edition[]],
): Promise<void> {
  const crew = new Crew(mode, neo4j.database);
  try {
    await mode.prepare?.();
    await loadInto(neo4j, first.dataset);
    await crew.ask(drawn.waves, first.evaluator);
    for (const next of [...others, first]) await write(crew, drawn, neo4j, next);
  } finally {
    await crew.close();
  }
}

async function write(crew: Crew, drawn: Case, neo4j: TestDatabase, next: Edition) {
  const load = { isDone: false };
  crew.note('loading another dataset');
  const loading = loadInto(neo4j, next.dataset).finally(() => (load.isDone = true));
  try {
    // While Neo4j applies a commit, a read may see the old data, the new data or both, so check only later responses.
    do await crew.ask(drawn.waves);
    while (!load.isDone);
  } finally {
    await loading;
  }
  await delay(maxAgeMs);
  crew.note('the dataset was loaded one second ago');
  await crew.ask(drawn.waves, next.evaluator);
}

async function loadInto({ target }: TestDatabase, dataset: Dataset): Promise<void> {
  const database = await openDatabase(target);
  try {
    await loadDataset(database, projectModel(), dataset);
  } finally {
    await database.close();
  }
}
