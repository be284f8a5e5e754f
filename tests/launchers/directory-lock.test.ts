import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findActiveLock, lockDirectory } from '../../src/launchers/directory-lock.js';
import { identifyProcess } from '../../src/launchers/processes.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

describe('a locked database directory', () => {
  const root = createTemporaryDirectory();
  const ownProcess = identifyProcess(process.pid) ?? { pid: 0, started: 'never' };

  function createDirectory(name: string): string {
    mkdirSync(join(root, name));
    return join(root, name);
  }

  it('records the server process and the address of its Neo4j until it is released', () => {
    const lockedDirectory = createDirectory('used');
    const lock = lockDirectory(lockedDirectory);
    lock.recordNeo4j(ownProcess, 'bolt://127.0.0.1:1');
    expect(findActiveLock(lockedDirectory)).toMatchObject({
      server: ownProcess,
      neo4j: ownProcess,
      uri: 'bolt://127.0.0.1:1',
    });
    expect(() => lockDirectory(lockedDirectory)).toThrow(`is used by process ${process.pid}`);
    lock.release();
    expect(findActiveLock(lockedDirectory)).toBeUndefined();
    lockDirectory(lockedDirectory).release();
  });

  it('does not lock a copy of the directory, nor claims its Neo4j for the copy', () => {
    const original = createDirectory('original');
    const lock = lockDirectory(original);
    lock.recordNeo4j(ownProcess, 'bolt://127.0.0.1:1');
    cpSync(original, join(root, 'copy'), { recursive: true });
    expect(findActiveLock(join(root, 'copy'))).toBeUndefined();
    const copyLock = lockDirectory(join(root, 'copy'));
    expect(copyLock.orphan).toBeUndefined();
    copyLock.release();
    lock.release();
  });

  it('stays locked after it is moved', () => {
    const lock = lockDirectory(createDirectory('before'));
    renameSync(join(root, 'before'), join(root, 'after'));
    expect(() => lockDirectory(join(root, 'after'))).toThrow(`is used by process ${process.pid}`);
    lock.release();
  });

  it('is locked by a lock file of an older release that does not record the directory', () => {
    const oldDirectory = createDirectory('old');
    writeFileSync(join(oldDirectory, 'in-use.json'), JSON.stringify({ server: ownProcess }));
    expect(() => lockDirectory(oldDirectory)).toThrow(`is used by process ${process.pid}`);
  });

  it('is unlocked if its lock file is not valid JSON', () => {
    const corruptDirectory = createDirectory('torn');
    writeFileSync(join(corruptDirectory, 'in-use.json'), '{"server":');
    lockDirectory(corruptDirectory).release();
  });
});
