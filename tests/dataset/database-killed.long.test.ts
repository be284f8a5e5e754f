import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { packageRoot } from '../../src/paths.js';
import { neo4jPidIn, startLocalIn } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { readSmallDataset } from './data-folder.js';
import { graphIn, type GraphSeen } from './graph.js';

describe('A load whose Neo4j is killed', () => {
  const folder = temporaryFolder();
  let neo4j: RunningNeo4j;
  let database: Database;
  let article: Dataset;
  let before: GraphSeen;
  const start = async (): Promise<void> => {
    ({ neo4j } = await startLocalIn(folder));
    database = await openDatabase(neo4j.target);
  };
  const kill = (): void => void process.kill(neo4jPidIn(folder), 'SIGKILL');
  const startAgain = async (): Promise<void> => {
    await database.close();
    await neo4j.stop();
    await start();
  };
  beforeAll(async () => {
    article = await readDataset(projectModel(), join(packageRoot, 'data'));
    await start();
    await loadDataset(database, projectModel(), await readSmallDataset());
    before = await graphIn(database);
  });
  afterAll(async () => {
    await database.close();
    await neo4j.stop();
  });

  it('before the commit leaves the graph unchanged', async () => {
    const load = loadDataset(database, projectModel(), article, {
      onProgress: ({ phase }) => {
        if (phase === 'relations added') kill();
      },
    });
    await expect(load).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await startAgain();
    expect(await graphIn(database)).toEqual(before);
  });

  it('during the commit leaves either the old or the new graph, and the next load succeeds', async () => {
    let killed: Promise<void> | undefined;
    const load = loadDataset(database, projectModel(), article, {
      onProgress: ({ phase, done, total }) => {
        if (phase === 'relations added' && done === total) killed = delay(10).then(kill);
      },
    });
    // The load may or may not receive the result of the commit.
    await load.catch(() => undefined);
    await killed;
    await startAgain();
    const left = await graphIn(database);
    await loadDataset(database, projectModel(), article);
    expect([before, await graphIn(database)]).toContainEqual(left);
  });
});
