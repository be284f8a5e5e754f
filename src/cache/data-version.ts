import { cypherFile } from '../neo4j/cypher-file.js';
import type { Database, Statement } from '../neo4j/database.js';

/** How long the statement that reads the version may take, in milliseconds. */
const maxReadMs = 5_000;

/** The version of the data, never known from longer ago than a given age. */
export class DataVersion {
  private reading: Promise<unknown> | undefined;
  private applying: { readonly version: string; readonly done: Promise<unknown> } | undefined;
  private last: string | undefined;

  constructor(
    private readonly database: Database,
    /** After how many milliseconds the version is asked for again. */
    private readonly maximumAgeMs: number,
    /** How many milliseconds a request has: half of them are kept for answering it. */
    private readonly budgetMs: number,
  ) {}

  /** The version; reads it from Neo4j unless another read has shown it lately. What is read from then on has all of it. */
  async current(): Promise<string> {
    if (!this.database.seen.isFresh(this.maximumAgeMs)) await this.read();
    const version = this.database.seen.bookmark ?? '';
    if (version !== this.last) await this.waitFor(version);
    this.last = version;
    return version;
  }

  /** The version known last, however long ago; undefined where there never was one. */
  get lastKnown(): string | undefined {
    return this.last;
  }

  private read(): Promise<unknown> {
    this.reading ??= this.database.read(this.statement()).finally(() => (this.reading = undefined));
    return this.reading;
  }

  // Neo4j shows the bookmark of a commit to other readers before it has applied the commit to its store.
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
