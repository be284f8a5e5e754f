import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk that can be filled without affecting other programs. */
export interface SmallDisk {
  /** The reason why it could not be mounted; undefined if it was. */
  readonly unavailableReason: string | undefined;
  /** Fills the free space. */
  fill(): void;
  /** Frees the space again. */
  free(): void;
  remove(): void;
}

/** Mounts a small tmpfs at the directory, if permitted; `size` is an option of `mount`. */
export function mountSmallDisk(directory: string, size = '512m'): SmallDisk {
  const unavailableReason = mount(directory, size);
  const file = join(directory, 'filler');
  return {
    unavailableReason,
    fill: () => fill(file),
    free: () => rmSync(file, { force: true }),
    remove: () => {
      if (unavailableReason === undefined) execFileSync('umount', ['--lazy', directory]);
    },
  };
}

function mount(directory: string, size: string): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', directory], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `no separate disk can be mounted (${error instanceof Error ? error.message.split('\n', 1)[0] : ''})`;
  }
}

function fill(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let bytes = 1 << 20; bytes > 0; bytes >>= 1) fillBy(descriptor, Buffer.alloc(bytes));
  } finally {
    closeSync(descriptor);
  }
}

function fillBy(descriptor: number, chunk: Buffer): void {
  try {
    for (;;) writeSync(descriptor, chunk);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
