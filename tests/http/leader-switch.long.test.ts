import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { openDatabase } from '../../src/neo4j/database.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { readSmallDataset } from '../dataset/data-folder.js';
import { neo4jPidIn, startLocalIn } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { describeLeaderSwitch } from './leader-switch.js';
import { startProxy } from './proxy.js';

const folder = temporaryFolder();
const [first, second] = [join(folder, 'first'), join(folder, 'second')];
const started: RunningNeo4j[] = [];

describeLeaderSwitch('a server whose cluster leader is killed and replaced', async () => {
  const { neo4j } = await startLocalIn(first);
  const direct = await openDatabase(neo4j.target);
  await loadDataset(direct, projectModel(), await readSmallDataset());
  await direct.close();
  await neo4j.stop();
  // The members of a cluster have the same data and the same password.
  await cp(first, second, { recursive: true });
  const leader = await start(first);
  const successor = await start(second);
  const router = await startProxy(leader.target.uri);
  const switchLeader = (): void => {
    router.lead(successor.target.uri);
    process.kill(neo4jPidIn(first), 'SIGKILL');
  };
  const { username, password } = leader.target;
  return { router, username, password, switchLeader };
});

afterAll(async () => {
  for (const neo4j of started) await neo4j.stop();
});

async function start(dataDir: string): Promise<RunningNeo4j> {
  const { neo4j } = await startLocalIn(dataDir);
  started.push(neo4j);
  return neo4j;
}
