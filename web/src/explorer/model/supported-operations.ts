import { operations, type Operation } from 'virtual:operations';
import type { ServedModel } from './served-model.js';

/** The sample operations that a model supports: it has every type and language that they mention. */
export function findSupportedOperations({ languages, types, relationTypes }: ServedModel): Operation[] {
  const names = new Set<string>([
    ...languages,
    ...types.flatMap(({ type, typeName }) => [type, typeName]),
    ...relationTypes.map(({ type }) => type),
  ]);
  return operations.filter(({ modelNames }) => modelNames.every((name) => names.has(name)));
}
