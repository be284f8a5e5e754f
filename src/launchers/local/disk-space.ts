import { statfs } from 'node:fs/promises';
import { AtlasError } from '../../errors.js';

/** Fails with DISK_FULL when the folder's disk has less room than needed. */
export async function requireSpace(folder: string, bytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < bytes) throw diskFull(folder, `${megabytes(bytes)} are needed for ${what}, ${megabytes(free)} are free`);
}

/** The error for a disk with too little room, with what is known of it. */
export function diskFull(folder: string, detail: string): AtlasError {
  return new AtlasError(
    'DISK_FULL',
    `The disk of ${folder} has too little room (${detail}). Free some room, or set ATLAS_DATA_DIR or XDG_CACHE_HOME to another disk.`,
  );
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`;
}
