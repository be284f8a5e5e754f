import { join } from 'node:path';
import { projectModel } from '../../src/model/project-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { packageRoot } from '../../src/paths.js';

/** The dataset of the project's `data` directory, read once per test worker. */
export const articleDataset = await readDataset(projectModel(), join(packageRoot, 'data'));
