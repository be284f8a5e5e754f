import type { Database, Row, Statement } from '../../src/neo4j/database.js';
import type { Api } from '../setup/api.js';

/** A database that can hold statements back, so that requests arrive before Neo4j responds to earlier ones. */
export class HeldDatabase {
  /** The statements sent for requests, in order. */
  readonly sent: Statement[] = [];
  private shouldHold: (statement: Statement) => boolean = () => false;
  private readonly waitingReads: (() => void)[] = [];

  constructor(
    private readonly getDatabase: () => Database,
    /** Reads a statement that is not or no longer held; by default from the database. */
    private readonly readStatement: (statement: Statement) => Promise<Row[]> = (statement) =>
      this.getDatabase().read(statement),
  ) {}

  /** The database to pass to a server. */
  get database(): Database {
    return { ...this.getDatabase(), read: (statement) => this.read(statement) };
  }

  /** Holds back statements that match and are sent from now on; by default all. */
  hold(matches: (statement: Statement) => boolean = () => true): void {
    this.shouldHold = matches;
  }

  /** Releases all held statements and holds none from now on. */
  release(): void {
    this.shouldHold = () => false;
    for (const resume of this.waitingReads.splice(0)) resume();
  }

  /**
   * Sends requests while all statements are held; releases the statements once the server has received all requests.
   */
  async sendTogether<T>(api: Api, sendRequests: () => readonly Promise<T>[]): Promise<T[]> {
    this.sent.length = 0;
    this.hold();
    const responses = Promise.all(sendRequests());
    await waitUntilReceived(api);
    this.release();
    return responses;
  }

  private async read(statement: Statement): Promise<Row[]> {
    // The circuit breaker's probes belong to no request and are never held.
    if (!statement.requestIds) return this.getDatabase().read(statement);
    this.sent.push(statement);
    if (this.shouldHold(statement)) await new Promise<void>((resolve) => this.waitingReads.push(resolve));
    return this.readStatement(statement);
  }
}

/** Waits until the server has received all earlier requests, by sending requests that need no database. */
export async function waitUntilReceived(api: Api): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) await api.query('{ __typename }');
}
