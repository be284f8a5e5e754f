import { expect } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { projectModel } from '../../src/model/project-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { type DataFiles, writeDataset } from './small-dataset.js';

/** Returns the problems of the small dataset after a change: one line each, without the directory. */
export async function problemsAfter(change: (files: DataFiles) => void): Promise<string[]> {
  return problemsIn(await writeDataset(change));
}

/** Returns the problems of the data in a directory. */
export function problemsIn(dir: string): Promise<string[]> {
  return problemsForModel(projectModel(), dir);
}

/** Returns the problems of the data in a directory, for a model. */
export async function problemsForModel(model: Model, dir: string): Promise<string[]> {
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
