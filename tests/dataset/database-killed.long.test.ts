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
import { readNeo4jPid, startLocalNeo4j } from '../setup/local-neo4j.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { readSmallDataset } from './small-dataset.js';
import { readGraph, type StoredGraph } from './stored-graph.js';

describe('A load whose Neo4j is killed', () => {
  const directory = createTemporaryDirectory();
  let neo4j: RunningNeo4j;
  let database: Database;
  let articleDataset: Dataset;
  let before: StoredGraph;
  const start = async (): Promise<void> => {
    ({ neo4j } = await startLocalNeo4j(directory));
    database = await openDatabase(neo4j.target);
  };
  const kill = (): void => void process.kill(readNeo4jPid(directory), 'SIGKILL');
  const restart = async (): Promise<void> => {
    await database.close();
    await neo4j.stop();
    await start();
  };
  beforeAll(async () => {
    articleDataset = await readDataset(projectModel(), join(packageRoot, 'data'));
    await start();
    await loadDataset(database, projectModel(), await readSmallDataset());
    before = await readGraph(database);
  });
  afterAll(async () => {
    await database.close();
    await neo4j.stop();
  });

  it('before the commit leaves the graph unchanged', async () => {
    const load = loadDataset(database, projectModel(), articleDataset, {
      onProgress: ({ phase }) => {
        if (phase === 'relations added') kill();
      },
    });
    await expect(load).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await restart();
    expect(await readGraph(database)).toEqual(before);
  });

  it('during the commit leaves either the old or the new graph, and the next load succeeds', async () => {
    let killing: Promise<void> | undefined;
    const load = loadDataset(database, projectModel(), articleDataset, {
      onProgress: ({ phase, done, total }) => {
        if (phase === 'relations added' && done === total) killing = delay(10).then(kill);
      },
    });
    // The load may or may not receive the result of the commit.
    await load.catch(() => undefined);
    await killing;
    await restart();
    const afterKill = await readGraph(database);
    await loadDataset(database, projectModel(), articleDataset);
    expect([before, await readGraph(database)]).toContainEqual(afterKill);
  });
});
