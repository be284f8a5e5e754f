import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUse, lockFolder } from '../../src/launchers/folder-lock.js';
import { markOf } from '../../src/launchers/processes.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('a locked database directory', () => {
  const all = temporaryFolder();
  const own = markOf(process.pid) ?? { pid: 0, started: 'never' };

  function folder(name: string): string {
    mkdirSync(join(all, name));
    return join(all, name);
  }

  it('records the server process and the address of its Neo4j until it is released', () => {
    const used = folder('used');
    const lock = lockFolder(used);
    lock.noteNeo4j(own, 'bolt://127.0.0.1:1');
    expect(findUse(used)).toMatchObject({ server: own, neo4j: own, uri: 'bolt://127.0.0.1:1' });
    expect(() => lockFolder(used)).toThrow(`is used by process ${process.pid}`);
    lock.release();
    expect(findUse(used)).toBeUndefined();
    lockFolder(used).release();
  });

  it('does not lock a copy of the directory, nor claims its Neo4j for the copy', () => {
    const original = folder('original');
    const lock = lockFolder(original);
    lock.noteNeo4j(own, 'bolt://127.0.0.1:1');
    cpSync(original, join(all, 'copy'), { recursive: true });
    expect(findUse(join(all, 'copy'))).toBeUndefined();
    const copy = lockFolder(join(all, 'copy'));
    expect(copy.orphan).toBeUndefined();
    copy.release();
    lock.release();
  });

  it('stays locked after it is moved', () => {
    const lock = lockFolder(folder('before'));
    renameSync(join(all, 'before'), join(all, 'after'));
    expect(() => lockFolder(join(all, 'after'))).toThrow(`is used by process ${process.pid}`);
    lock.release();
  });

  it('is locked by a lock file of an older release that does not record the directory', () => {
    const old = folder('old');
    writeFileSync(join(old, 'in-use.json'), JSON.stringify({ server: own }));
    expect(() => lockFolder(old)).toThrow(`is used by process ${process.pid}`);
  });

  it('is unlocked if its lock file is not valid JSON', () => {
    const torn = folder('torn');
    writeFileSync(join(torn, 'in-use.json'), '{"server":');
    lockFolder(torn).release();
  });
});
