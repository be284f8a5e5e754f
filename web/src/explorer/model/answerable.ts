import { operations, type Operation } from 'virtual:operations';
import type { ServedModel } from './served-model.js';

/** The questions of `operations/` that a model can answer: it has all that they name. */
export function answerableIn({ languages, types, relationTypes }: ServedModel): Operation[] {
  const names = new Set<string>([
    ...languages,
    ...types.flatMap(({ type, typeName }) => [type, typeName]),
    ...relationTypes.map(({ type }) => type),
  ]);
  return operations.filter(({ modelNames }) => modelNames.every((name) => names.has(name)));
}
