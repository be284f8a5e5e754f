import { setTimeout as delay } from 'node:timers/promises';
import type { Neo4jConfig } from '../config.js';
import { lateDatabase } from '../guard/late-database.js';
import { isOutage } from '../guard/outage.js';
import { openDatabase, type Database } from '../neo4j/database.js';
import { chooseNeo4j } from '../neo4j/ways/choose.js';
import type { RunningNeo4j, Starting } from '../neo4j/ways/running.js';

/** How many times in ten minutes a Neo4j that ended is started again. */
const mostRestarts = 3;
const restartWindowMs = 600_000;
const pauseMs = 500;

/** The way to a Neo4j for as long as the server runs: it waits for one that is down, and restarts its own. */
export class Neo4jLink {
  /** Resolves with the reason when a Neo4j of ours has ended more often than it is started again. */
  readonly ended: Promise<string>;
  private readonly late = lateDatabase();
  private readonly restarts: number[] = [];
  private neo4j: RunningNeo4j | undefined;
  private isStopped = false;
  private giveUp: (reason: string) => void = () => undefined;

  constructor(
    private readonly config: Neo4jConfig,
    private readonly starting: Starting,
    /** Makes the graph in a database that was just opened what it should be. */
    private readonly fill: (database: Database) => Promise<void>,
  ) {
    this.ended = new Promise((resolve) => (this.giveUp = resolve));
  }

  /** The database behind it, whichever it is at the moment. */
  get database(): Database {
    return this.late.database;
  }

  /** Comes by a Neo4j and opens it; one of your own that is down is waited for after this has returned. */
  async open(): Promise<void> {
    const neo4j = await this.choose();
    try {
      await this.connect(neo4j);
    } catch (error) {
      if (neo4j.way !== 'uri' || !isOutage(error)) throw error;
      this.starting.say(`Waiting for Neo4j: ${error instanceof Error ? error.message : String(error)}`);
      void this.keepTrying(neo4j);
    }
  }

  /** Closes the database and stops a Neo4j that was started here. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.late.use(undefined)?.close();
    await this.neo4j?.stop();
  }

  private async choose(config = this.config): Promise<RunningNeo4j> {
    const neo4j = await chooseNeo4j(config, this.starting.say, this.starting.signal);
    this.neo4j = neo4j;
    this.starting.say(`Using ${neo4j.description}`);
    void neo4j.ended.then((reason) => this.restart(neo4j, reason));
    return neo4j;
  }

  private async connect({ target }: RunningNeo4j): Promise<void> {
    const database = await openDatabase(target);
    try {
      await this.fill(database);
    } catch (error) {
      await database.close();
      throw error;
    }
    if (this.isStopped) await database.close();
    else await this.late.use(database)?.close();
  }

  private async keepTrying(neo4j: RunningNeo4j): Promise<void> {
    while (!this.isStopped) {
      await delay(pauseMs);
      try {
        await this.connect(neo4j);
        this.starting.say('Neo4j is there: ready');
        return;
      } catch (error) {
        if (isOutage(error)) continue;
        this.giveUp(error instanceof Error ? error.message : String(error));
        return;
      }
    }
  }

  private async restart(ended: RunningNeo4j, reason: string): Promise<void> {
    if (this.isStopped) return;
    const recent = this.restarts.filter((at) => Date.now() - at < restartWindowMs);
    if (recent.length >= mostRestarts) {
      this.giveUp(`${reason}; it was started again ${mostRestarts} times`);
      return;
    }
    this.restarts.push(Date.now());
    this.starting.say(`${reason}. Starting it again (try ${recent.length + 1} of ${mostRestarts})`);
    try {
      // Lets go of its folder, which nobody else may use before.
      await ended.stop();
      await this.connect(await this.choose({ ...this.config, way: ended.way }));
      this.starting.say('Neo4j is there again: ready');
    } catch (error) {
      this.giveUp(error instanceof Error ? error.message : String(error));
    }
  }
}
