import { cypherFile } from '../neo4j/cypher-file.js';
import type { Database, Statement } from '../neo4j/database.js';

/** Timeout of the statement that reads the version, in milliseconds. */
const maxReadMs = 5_000;

/** The version of the data, as of a limited time ago. */
export class DataVersion {
  private reading: Promise<unknown> | undefined;
  private applying: { readonly version: string; readonly done: Promise<unknown> } | undefined;
  private last: string | undefined;

  constructor(
    private readonly database: Database,
    /** Milliseconds after which the version is read again. */
    private readonly maximumAgeMs: number,
    /**
     * Time limit of a request in milliseconds. Reading the version may use half of it; the rest is for its own data.
     */
    private readonly budgetMs: number,
  ) {}

  /**
   * Returns the version, reading it from Neo4j unless another read has shown it recently. Later reads see all of it.
   */
  async current(): Promise<string> {
    if (!this.database.seen.isFresh(this.maximumAgeMs)) await this.read();
    const version = this.database.seen.bookmark ?? '';
    if (version !== this.last) await this.waitFor(version);
    this.last = version;
    return version;
  }

  /** The last known version, whatever its age; undefined if none has been read. */
  get lastKnown(): string | undefined {
    return this.last;
  }

  private read(): Promise<unknown> {
    this.reading ??= this.database.read(this.statement()).finally(() => (this.reading = undefined));
    return this.reading;
  }

  // Neo4j returns the bookmark of a commit to readers before the commit is applied to the store.
  private waitFor(version: string): Promise<unknown> {
    if (this.applying?.version === version) return this.applying.done;
    const done = this.database.read({ ...this.statement(), afterVersion: version }).finally(() => {
      if (this.applying?.done === done) this.applying = undefined;
    });
    this.applying = { version, done };
    return done;
  }

  private statement(): Statement {
    return {
      name: 'dataset/read-version',
      text: cypherFile('dataset/read-version'),
      parameters: {},
      timeoutMs: Math.min(maxReadMs, this.budgetMs / 2),
    };
  }
}
