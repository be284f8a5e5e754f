import { join } from 'node:path';
import { packageRoot } from '../paths.js';
import type { Model } from './model.js';
import { readModel } from './read-model.js';

let model: Model | undefined;

/** Reads the project's own model from `schema/*.graphql`, once per process. */
export function projectModel(): Model {
  return (model ??= readModel(join(packageRoot, 'schema'), 'schema'));
}
