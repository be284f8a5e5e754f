import { expect } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { projectModel } from '../../src/model/project-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { type DataFiles, writeDataset } from './data-folder.js';

/** What reading the small dataset, changed so, complains of: one line a problem, without the folder. */
export async function complaints(change: (files: DataFiles) => void): Promise<string[]> {
  return complaintsOf(await writeDataset(change));
}

/** What reading a folder complains of. */
export function complaintsOf(dir: string): Promise<string[]> {
  return complaintsAbout(projectModel(), dir);
}

/** What reading a folder with data of a model complains of. */
export async function complaintsAbout(model: Model, dir: string): Promise<string[]> {
  try {
    await readDataset(model, dir);
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
