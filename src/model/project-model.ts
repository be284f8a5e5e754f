import { join } from 'node:path';
import { packageRoot } from '../paths.js';
import type { Model } from './model.js';
import { readModel } from './read-model.js';

let model: Model | undefined;

/** The project's own model, which `schema/*.graphql` declare; read once. */
export function projectModel(): Model {
  return (model ??= readModel(join(packageRoot, 'schema'), 'schema'));
}
