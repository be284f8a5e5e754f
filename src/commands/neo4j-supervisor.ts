import type { Neo4jConfig } from '../config.js';
import { newReplaceableDatabase } from '../neo4j/replaceable-database.js';
import { isOutage } from '../neo4j/outage.js';
import { retryDuringOutage } from '../neo4j/retry-during-outage.js';
import { openDatabase, type Database } from '../neo4j/database.js';
import { launchNeo4j } from '../launchers/launch-neo4j.js';
import type { RunningNeo4j } from '../launchers/launcher.js';
import { errorMessage } from '../shared/caught-error.js';
import type { StartContext } from './provide-graph.js';

/** How often a Neo4j that ended is restarted within the restart window. */
const maxRestarts = 3;
const restartWindowMs = 600_000;

/** Keeps the server connected to a Neo4j: waits for one that is down, and restarts one that it has launched. */
export class Neo4jSupervisor {
  /** Resolves with the reason when Neo4j cannot be connected, or has ended and is not restarted again. */
  readonly ended: Promise<string>;
  private readonly connection = newReplaceableDatabase();
  private readonly restarts: number[] = [];
  private neo4j: RunningNeo4j | undefined;
  private restarting: Promise<void> = Promise.resolve();
  private isStopped = false;
  private giveUp: (reason: string) => void = () => undefined;

  constructor(
    private readonly config: Neo4jConfig,
    private readonly context: StartContext,
    /** Called with a database that was just opened, before anything else uses it. */
    private readonly onOpen: (database: Database, neo4j: RunningNeo4j) => Promise<void>,
  ) {
    this.ended = new Promise((resolve) => (this.giveUp = resolve));
  }

  /** Forwards to the database that is connected at the moment. */
  get database(): Database {
    return this.connection.database;
  }

  /** The number of restarts of a launched Neo4j. */
  get restartCount(): number {
    return this.restarts.length;
  }

  /** Launches a Neo4j and connects to it. If a Neo4j at NEO4J_URI is down, keeps trying and returns false. */
  async open(): Promise<boolean> {
    const neo4j = await this.launch();
    try {
      await this.connect(neo4j);
      return true;
    } catch (error) {
      if (neo4j.launcher !== 'uri' || !isOutage(error)) throw error;
      this.context.report(`Waiting for Neo4j: ${errorMessage(error)}`);
      void this.retryConnecting(neo4j);
      return false;
    }
  }

  /** Closes the database and stops a Neo4j that was launched here. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.restarting;
    await this.connection.replace(undefined)?.close();
    await this.neo4j?.stop();
  }

  private async launch(config = this.config): Promise<RunningNeo4j> {
    const neo4j = await launchNeo4j(config, this.context);
    this.neo4j = neo4j;
    this.context.report(`Using ${neo4j.description}`);
    void neo4j.ended.then((reason) => (this.restarting = this.restart(neo4j, reason)));
    return neo4j;
  }

  private async connect(neo4j: RunningNeo4j): Promise<void> {
    const database = await openDatabase(neo4j.target);
    try {
      await this.onOpen(database, neo4j);
    } catch (error) {
      await database.close();
      throw error;
    }
    if (this.isStopped) await database.close();
    else await this.connection.replace(database)?.close();
  }

  private async retryConnecting(neo4j: RunningNeo4j): Promise<void> {
    const connect = (): Promise<void> =>
      this.connect(neo4j).then(() => this.context.report('Neo4j is available: ready'));
    try {
      await retryDuringOutage(connect, () => !this.isStopped);
    } catch (error) {
      this.giveUp(errorMessage(error));
    }
  }

  private async restart(ended: RunningNeo4j, reason: string): Promise<void> {
    if (this.isStopped) return;
    const recent = this.restarts.filter((time) => Date.now() - time < restartWindowMs);
    if (recent.length >= maxRestarts) {
      this.giveUp(`${reason}; it was restarted ${maxRestarts} times`);
      return;
    }
    this.restarts.push(Date.now());
    this.context.log.warn(`${reason}. Restarting it (attempt ${recent.length + 1} of ${maxRestarts})`);
    try {
      // Releases the lock on the data directory, which the new process needs.
      await ended.stop();
      await this.connect(await this.launch({ ...this.config, launcher: ended.launcher }));
      this.context.report('Neo4j is available again: ready');
    } catch (error) {
      this.giveUp(errorMessage(error));
    }
  }
}
