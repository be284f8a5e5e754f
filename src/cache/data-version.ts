import { readCypherFile } from '../neo4j/cypher-file.js';
import type { Database, Statement } from '../neo4j/database.js';

/** Timeout of the statement that reads the version, in milliseconds. */
const maxReadMs = 5_000;

/** The version of the data, as of a limited time ago. */
export class DataVersion {
  private pendingRead: Promise<unknown> | undefined;
  private pendingApply: { readonly version: string; readonly done: Promise<unknown> } | undefined;
  private lastVersion: string | undefined;

  constructor(
    private readonly database: Database,
    /** Milliseconds after which the version is read again. */
    private readonly maxAgeMs: number,
    /**
     * Time limit of a request in milliseconds. Reading the version may use half of it; the rest is for its own data.
     */
    private readonly requestTimeoutMs: number,
  ) {}

  /**
   * Returns the version, reading it from Neo4j unless another read has shown it recently. Later reads see all of it.
   */
  async current(): Promise<string> {
    if (!this.database.seenVersion.isFresh(this.maxAgeMs)) await this.read();
    const version = this.database.seenVersion.bookmark ?? '';
    if (version !== this.lastVersion) await this.waitUntilApplied(version);
    this.lastVersion = version;
    return version;
  }

  /** The last known version, whatever its age; undefined if none has been read. */
  get lastKnownVersion(): string | undefined {
    return this.lastVersion;
  }

  private read(): Promise<unknown> {
    this.pendingRead ??= this.database.read(this.newStatement()).finally(() => (this.pendingRead = undefined));
    return this.pendingRead;
  }

  // Neo4j returns the bookmark of a commit to readers before the commit is applied to the store.
  private waitUntilApplied(version: string): Promise<unknown> {
    if (this.pendingApply?.version === version) return this.pendingApply.done;
    const done = this.database.read({ ...this.newStatement(), afterVersion: version }).finally(() => {
      if (this.pendingApply?.done === done) this.pendingApply = undefined;
    });
    this.pendingApply = { version, done };
    return done;
  }

  private newStatement(): Statement {
    return {
      name: 'dataset/read-version',
      text: readCypherFile('dataset/read-version'),
      parameters: {},
      timeoutMs: Math.min(maxReadMs, this.requestTimeoutMs / 2),
    };
  }
}
