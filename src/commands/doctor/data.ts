import { readDataset } from '../../dataset/read-dataset.js';
import type { Dataset } from '../../dataset/record.js';
import type { Model } from '../../model/model.js';
import { openAtlas, type AtlasOptions } from '../atlas.js';
import { failed, passed, type CheckResult } from './check.js';

/** A valid model with its valid data. */
export interface AtlasFiles {
  readonly model: Model;
  readonly dataset: Dataset;
}

/** The check of the model and the data, and both if they are valid. */
export interface FilesResult {
  readonly check: CheckResult;
  readonly files?: AtlasFiles;
}

/** Validates the model and the data files. */
export async function checkFiles(options: AtlasOptions): Promise<FilesResult> {
  try {
    const { model, dataDir } = openAtlas(options);
    const dataset = await readDataset(model, dataDir);
    const counts = `${dataset.entities.length} entities and ${dataset.relations.length} relations`;
    const found = `version ${dataset.metadata.version} in ${dataDir}: ${counts}, no problem found`;
    return { check: passed(found), files: { model, dataset } };
  } catch (error) {
    return { check: failed(error) };
  }
}
