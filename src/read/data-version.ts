import { cypherFile } from '../neo4j/cypher-file.js';
import type { Database } from '../neo4j/database.js';

/** How long Neo4j may take to tell the version, the least of its questions. */
const mostAskMs = 5_000;

/** The version of the data, never known from longer ago than a given age. */
export class DataVersion {
  private asking: Promise<unknown> | undefined;
  private last: string | undefined;

  constructor(
    private readonly database: Database,
    /** After how many milliseconds the version is asked for again. */
    private readonly maximumAgeMs: number,
    /** How many milliseconds a request has: half of them are kept for answering it. */
    private readonly budgetMs: number,
  ) {}

  /** The version; asks Neo4j by the smallest of reads where no other read has shown it lately. */
  async current(): Promise<string> {
    if (!this.database.seen.isFresh(this.maximumAgeMs)) await this.ask();
    this.last = this.database.seen.bookmark ?? '';
    return this.last;
  }

  /** The version known last, however long ago; undefined where there never was one. */
  get lastKnown(): string | undefined {
    return this.last;
  }

  private ask(): Promise<unknown> {
    this.asking ??= this.database
      .read({
        name: 'dataset/read-version',
        text: cypherFile('dataset/read-version'),
        parameters: {},
        timeoutMs: Math.min(mostAskMs, this.budgetMs / 2),
      })
      .finally(() => (this.asking = undefined));
    return this.asking;
  }
}
