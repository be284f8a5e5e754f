import { expect } from 'vitest';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { type DataFiles, writeDataset } from './data-folder.js';

/** What reading the small dataset, changed so, complains of: one line a problem, without the folder. */
export async function complaints(change: (files: DataFiles) => void): Promise<string[]> {
  return complaintsOf(await writeDataset(change));
}

/** What reading a folder complains of. */
export async function complaintsOf(dir: string): Promise<string[]> {
  try {
    await readDataset(dir);
    return [];
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    expect(error.code).toBe('BAD_DATA');
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim().replace(`${dir}/`, ''));
  }
}
