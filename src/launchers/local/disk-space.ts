import { statfs } from 'node:fs/promises';
import { AtlasError } from '../../errors.js';

/** Fails with DISK_FULL if the disk of the directory has less free space than required. `what` names the use. */
export async function requireSpace(directory: string, bytes: number, purpose: string): Promise<void> {
  const freeBytes = await readFreeBytes(directory);
  if (freeBytes < bytes)
    throw diskFullError(
      directory,
      `${formatMegabytes(bytes)} are needed for ${purpose}, ${formatMegabytes(freeBytes)} are free`,
    );
}

/** The free space of a directory's disk for this user, in bytes. */
export async function readFreeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/** The error for a disk with too little space. */
export function diskFullError(directory: string, detail: string): AtlasError {
  return new AtlasError(
    'DISK_FULL',
    `The disk of ${directory} has too little space (${detail}). Free some space, or set ATLAS_DATA_DIR or XDG_CACHE_HOME to another disk.`,
  );
}

/** Formats a number of bytes in megabytes, rounded down. */
export function formatMegabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`;
}
