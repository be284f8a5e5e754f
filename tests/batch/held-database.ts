import type { Database, Row, Statement } from '../../src/neo4j/database.js';
import type { Api } from '../setup/api.js';

/** A database whose statements a test may hold back: what comes meanwhile comes faster than Neo4j answers. */
export class HeldDatabase {
  /** The statements for requests, in the order of their sending. */
  readonly sent: Statement[] = [];
  private isHeld: (statement: Statement) => boolean = () => false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly provide: () => Database,
    /** How a statement is read once it is no longer held; default: as the database does. */
    private readonly answer: (statement: Statement) => Promise<Row[]> = (statement) => this.provide().read(statement),
  ) {}

  /** The database as a server takes it. */
  get database(): Database {
    return { ...this.provide(), read: (statement) => this.read(statement) };
  }

  /** Holds back what is sent from now on, as far as it matches. */
  hold(matches: (statement: Statement) => boolean = () => true): void {
    this.isHeld = matches;
  }

  /** Lets everything go on. */
  release(): void {
    this.isHeld = () => false;
    for (const goOn of this.waiting.splice(0)) goOn();
  }

  /** Has requests be sent while every statement is held, and lets these go on once the server has got all requests. */
  async together<T>(api: Api, ask: () => readonly Promise<T>[]): Promise<T[]> {
    this.sent.length = 0;
    this.hold();
    const asked = Promise.all(ask());
    await passed(api);
    this.release();
    return asked;
  }

  private async read(statement: Statement): Promise<Row[]> {
    // Not the guard's own question, by which it finds out whether Neo4j is there.
    if (!statement.requestIds) return this.provide().read(statement);
    this.sent.push(statement);
    if (this.isHeld(statement)) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.answer(statement);
  }
}

/** Resolves once the server has got what was sent before: a request that needs no database, sent behind it, is answered. */
export async function passed(api: Api): Promise<void> {
  for (let time = 0; time < 3; time += 1) await api.ask('{ __typename }');
}
