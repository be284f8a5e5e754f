import { statfs } from 'node:fs/promises';
import { AtlasError } from '../../errors.js';

/** Fails with DISK_FULL if the disk of the directory has less free space than required. `what` names the use. */
export async function requireSpace(folder: string, bytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < bytes) throw diskFull(folder, `${megabytes(bytes)} are needed for ${what}, ${megabytes(free)} are free`);
}

/** The error for a disk with too little space. */
export function diskFull(folder: string, detail: string): AtlasError {
  return new AtlasError(
    'DISK_FULL',
    `The disk of ${folder} has too little space (${detail}). Free some space, or set ATLAS_DATA_DIR or XDG_CACHE_HOME to another disk.`,
  );
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`;
}
