import type { Database, Row, Statement } from '../../src/neo4j/database.js';
import type { Api } from '../setup/api.js';

/** A database that can hold statements back, so that requests arrive before Neo4j responds to earlier ones. */
export class HeldDatabase {
  /** The statements sent for requests, in order. */
  readonly sent: Statement[] = [];
  private isHeld: (statement: Statement) => boolean = () => false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly provide: () => Database,
    /** Reads a statement that is not or no longer held; by default from the database. */
    private readonly answer: (statement: Statement) => Promise<Row[]> = (statement) => this.provide().read(statement),
  ) {}

  /** The database to pass to a server. */
  get database(): Database {
    return { ...this.provide(), read: (statement) => this.read(statement) };
  }

  /** Holds back statements that match and are sent from now on; by default all. */
  hold(matches: (statement: Statement) => boolean = () => true): void {
    this.isHeld = matches;
  }

  /** Releases all held statements and holds none from now on. */
  release(): void {
    this.isHeld = () => false;
    for (const goOn of this.waiting.splice(0)) goOn();
  }

  /**
   * Sends requests while all statements are held; releases the statements once the server has received all requests.
   */
  async together<T>(api: Api, ask: () => readonly Promise<T>[]): Promise<T[]> {
    this.sent.length = 0;
    this.hold();
    const asked = Promise.all(ask());
    await passed(api);
    this.release();
    return asked;
  }

  private async read(statement: Statement): Promise<Row[]> {
    // The circuit breaker's probes belong to no request and are never held.
    if (!statement.requestIds) return this.provide().read(statement);
    this.sent.push(statement);
    if (this.isHeld(statement)) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.answer(statement);
  }
}

/** Waits until the server has received all earlier requests, by sending requests that need no database. */
export async function passed(api: Api): Promise<void> {
  for (let time = 0; time < 3; time += 1) await api.ask('{ __typename }');
}
