import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { projectModel } from '../../src/model/project-model.js';
import { openDatabase, type Database, type DatabaseTarget } from '../../src/neo4j/database.js';
import { readSmallDataset } from '../dataset/small-dataset.js';
import { readNeo4jPid, startLocalNeo4j } from '../setup/local-neo4j.js';
import { startMemberProxy, type MemberProxy, type RoutingTable } from './member-proxy.js';

/** One Neo4j of a cluster. */
export interface Member extends MemberProxy {
  /** Runs work on this Neo4j alone, without the proxy, as the replication between members does. */
  replicate(work: (database: Database) => Promise<unknown>): Promise<void>;
  /** Sends a signal to its process: SIGKILL, SIGSTOP or SIGCONT. */
  signal(name: NodeJS.Signals): void;
}

/** Three Neo4j processes with the same graph, which a driver takes for a cluster. */
export interface Cluster {
  readonly leader: Member;
  readonly readers: readonly [Member, Member];
  /** Its URI names the leader, for the first routing table. */
  readonly target: DatabaseTarget;
  /** The table that drivers get; initially all members are routers, one is the writer and the others are readers. */
  table: RoutingTable;
  stop(): Promise<void>;
}

/** Starts three Neo4j processes with copies of one store, and with them the same password and bookmarks. */
export async function startCluster(directory: string): Promise<Cluster> {
  const names = ['leader', 'reader-1', 'reader-2'] as const;
  const directories = names.map((name) => join(directory, name));
  await createStore(join(directory, names[0]));
  for (const copy of directories.slice(1)) await cp(join(directory, names[0]), copy, { recursive: true });
  const started = await Promise.all(directories.map((dataDir) => start(dataDir)));
  let table: RoutingTable = { routers: [], readers: [], writers: [] };
  const [leader, first, second] = await Promise.all(
    started.map((neo4j, index) => toMember(neo4j, directories[index] ?? '', () => table)),
  );
  const [neo4j] = started;
  if (!leader || !first || !second || !neo4j) throw new Error('Expected three members.');
  const addresses = [leader, first, second].map(({ address }) => address);
  table = { routers: addresses, readers: addresses.slice(1), writers: [leader.address] };
  return {
    leader,
    readers: [first, second],
    target: { ...neo4j.target, uri: `neo4j://${leader.address}` },
    get table() {
      return table;
    },
    set table(next) {
      table = next;
    },
    stop: async () => {
      for (const member of [leader, first, second]) await member.disconnect();
      await Promise.all(started.map((member) => member.stop()));
    },
  };
}

async function createStore(dataDir: string): Promise<void> {
  const neo4j = await start(dataDir);
  const database = await openDatabase(neo4j.target);
  await loadDataset(database, projectModel(), await readSmallDataset());
  await database.close();
  await neo4j.stop();
}

async function start(dataDir: string): Promise<RunningNeo4j> {
  return (await startLocalNeo4j(dataDir)).neo4j;
}

async function toMember({ target }: RunningNeo4j, dataDir: string, getTable: () => RoutingTable): Promise<Member> {
  const pid = readNeo4jPid(dataDir);
  return {
    ...(await startMemberProxy(target.uri, getTable)),
    replicate: async (work) => {
      const database = await openDatabase(target);
      await work(database).finally(() => database.close());
    },
    signal: (name) => void process.kill(pid, name),
  };
}
