import { join } from 'node:path';
import { packageRoot } from '../paths.js';
import type { Model } from './model.js';
import { readModel } from './read-model.js';

let own: Model | undefined;

/** The model that the project's own files declare, read when first asked for. */
export function ownModel(): Model {
  return (own ??= readModel(join(packageRoot, 'schema'), 'schema'));
}
