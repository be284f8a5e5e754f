import { join } from 'node:path';
import { projectModel } from '../../src/model/project-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { packageRoot } from '../../src/paths.js';

/** The project's own data files, read once for all files of a worker. */
export const articleDataset = await readDataset(projectModel(), join(packageRoot, 'data'));
