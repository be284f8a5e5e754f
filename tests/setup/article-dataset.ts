import { join } from 'node:path';
import { ownModel } from '../../src/model/own-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { packageRoot } from '../../src/paths.js';

/** The project's own data files, read once for all files of a worker. */
export const articleDataset = await readDataset(ownModel(), join(packageRoot, 'data'));
