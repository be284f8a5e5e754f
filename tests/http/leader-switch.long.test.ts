import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { openDatabase } from '../../src/neo4j/database.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { readSmallDataset } from '../dataset/small-dataset.js';
import { readNeo4jPid, startLocalNeo4j } from '../setup/local-neo4j.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { describeLeaderSwitch } from './describe-leader-switch.js';
import { startProxy } from './proxy.js';

const directory = createTemporaryDirectory();
const [first, second] = [join(directory, 'first'), join(directory, 'second')];
const started: RunningNeo4j[] = [];

describeLeaderSwitch('a server whose cluster leader is killed and replaced', async () => {
  const { neo4j } = await startLocalNeo4j(first);
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
    router.forwardTo(successor.target.uri);
    process.kill(readNeo4jPid(first), 'SIGKILL');
  };
  const { username, password } = leader.target;
  return { router, username, password, switchLeader };
});

afterAll(async () => {
  for (const neo4j of started) await neo4j.stop();
});

async function start(dataDir: string): Promise<RunningNeo4j> {
  const { neo4j } = await startLocalNeo4j(dataDir);
  started.push(neo4j);
  return neo4j;
}
