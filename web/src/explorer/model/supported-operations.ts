import { modelNames, operations, type Operation } from 'virtual:operations';
import type { ServedModel } from './served-model.js';

/** The sample operations if a model has all that they may mention; otherwise none, because they belong to another model. */
export function findSupportedOperations({ languages, types, relationTypes }: ServedModel): readonly Operation[] {
  const names = new Set<string>([...languages, ...[...types, ...relationTypes].map(({ type }) => type)]);
  return modelNames.every((name) => names.has(name)) ? operations : [];
}
