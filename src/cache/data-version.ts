import { createFileStatement } from '../neo4j/cypher-file.js';
import type { Database, Statement } from '../neo4j/database.js';

/** Timeout of the statement that reads the version, in milliseconds. */
const maxReadMs = 5_000;

/** How many times reads are repeated while loads change the data, including the first time. */
const maxAttempts = 3;

/** A version of the data that Neo4j has applied. */
interface AppliedVersion {
  readonly version: string;
  /** The hash of the dataset at this version; null if there is none, undefined if it may belong to a later version. */
  readonly hash: unknown;
}

/** The result of reads. */
export interface VersionedResult {
  /** The data versions at the end of its statements; includes undefined if one is unknown. */
  readonly versions: ReadonlySet<string | undefined>;
}

/** The version of the data, as of a limited time ago. */
export class DataVersion {
  private pendingRead: Promise<unknown> | undefined;
  private pendingApply: { readonly version: string; readonly applied: Promise<AppliedVersion> } | undefined;
  private lastApplied: AppliedVersion | undefined;

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
    if (version !== this.lastApplied?.version) await this.waitUntilApplied(version);
    return version;
  }

  /** The last known version, whatever its age; undefined if none has been read. */
  get lastKnownVersion(): string | undefined {
    return this.lastApplied?.version;
  }

  /**
   * Runs reads, and repeats them if a load has changed the data in the meantime: a statement sees each change as soon
   * as Neo4j applies it, so they may have read both old and new data. Writes of other applications cause no repetition.
   */
  async readConsistently<T extends VersionedResult>(read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const before = this.lastApplied ?? (await this.waitUntilApplied().catch(() => undefined));
      const result = await read();
      const isOfVersion = [...result.versions].every((endVersion) => endVersion === before?.version);
      if (isOfVersion || attempt === maxAttempts || (await this.hasSameDataset(result.versions, before))) return result;
    }
  }

  private async hasSameDataset(
    versions: VersionedResult['versions'],
    before: AppliedVersion | undefined,
  ): Promise<boolean> {
    for (const version of versions) {
      if (version === before?.version) continue;
      try {
        const { hash } = await this.waitUntilApplied(version);
        if (hash === undefined || hash !== before?.hash) return false;
      } catch {
        // During an outage, the result of the reads is better than none.
        return true;
      }
    }
    return true;
  }

  private read(): Promise<unknown> {
    this.pendingRead ??= this.database.read(this.newStatement()).finally(() => (this.pendingRead = undefined));
    return this.pendingRead;
  }

  // Neo4j returns the bookmark of a commit to readers before the commit is applied to the store.
  private async waitUntilApplied(version = this.database.seenVersion.bookmark ?? ''): Promise<AppliedVersion> {
    if (this.pendingApply?.version !== version) this.pendingApply = { version, applied: this.readApplied(version) };
    return (this.lastApplied = await this.pendingApply.applied);
  }

  private async readApplied(version: string): Promise<AppliedVersion> {
    let endVersion: string | undefined;
    const onVersion = (bookmark: string | undefined): void => void (endVersion = bookmark);
    try {
      const [row] = await this.database.read({ ...this.newStatement(), afterVersion: version, onVersion });
      const hash = row?.['hash'];
      const isOfVersion = endVersion === version || hash === this.lastApplied?.hash;
      return { version, hash: isOfVersion ? hash : undefined };
    } finally {
      if (this.pendingApply?.version === version) this.pendingApply = undefined;
    }
  }

  private newStatement(): Statement {
    const timeoutMs = Math.min(maxReadMs, this.requestTimeoutMs / 2);
    return { ...createFileStatement('dataset/read-version'), timeoutMs };
  }
}
