import { statfs } from 'node:fs/promises';
import { AtlasError } from '../../errors.js';

/** Fails with DISK_FULL if the disk of the directory has less free space than required. `what` names the use. */
export async function requireSpace(directory: string, bytes: number, purpose: string): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  const freeBytes = bavail * bsize;
  if (freeBytes < bytes)
    throw diskFullError(
      directory,
      `${formatMegabytes(bytes)} are needed for ${purpose}, ${formatMegabytes(freeBytes)} are free`,
    );
}

/** The error for a disk with too little space. */
export function diskFullError(directory: string, detail: string): AtlasError {
  return new AtlasError(
    'DISK_FULL',
    `The disk of ${directory} has too little space (${detail}). Free some space, or set ATLAS_DATA_DIR or XDG_CACHE_HOME to another disk.`,
  );
}

function formatMegabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`;
}
