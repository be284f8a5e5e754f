import type { ValidateFunction } from 'ajv';
import { entityId } from '../model/entity-id.js';
import type { EntityTypeModel, RelationTypeModel } from '../model/model.js';
import { expandEnd, relationId } from '../model/relation-id.js';
import { type Problem, formatValue } from './problem.js';
import type { DatasetFields, EntityRecord, RecordSource, RelationFields, RelationRecord } from './record.js';
import { toProblems } from './schema-problems.js';
import type { YamlFile } from './yaml-file.js';

/** The result of reading one list file: the valid records, and the ids and problems of the invalid ones. */
export interface RecordListResult<R> {
  readonly records: readonly R[];
  /** The ids of invalid records, so that references to them are not reported as dangling too. */
  readonly invalidIds: readonly string[];
  /** Whether some ids are unknown, because the file is not a list or a record lacks its slug or its ends. */
  readonly isIncomplete: boolean;
  readonly problems: readonly Problem[];
}

/** Reads the entities of one type and validates each with the JSON Schema. */
export function readEntities(
  { name: type }: EntityTypeModel,
  file: YamlFile,
  validate: ValidateFunction,
): RecordListResult<EntityRecord> {
  const isValid = (fields: unknown): fields is EntityRecord['fields'] => validate(fields);
  return readList(file, validate, (fields, source) => {
    const slug = textFieldOf(fields, 'slug');
    const id = slug && entityId(type, slug);
    return isValid(fields) ? { type, id, fields, source } : id;
  });
}

/** Reads the relations of one type and validates each with the JSON Schema. */
export function readRelations(
  type: RelationTypeModel,
  file: YamlFile,
  validate: ValidateFunction,
): RecordListResult<RelationRecord> {
  const isValid = (fields: unknown): fields is RelationFields => validate(fields);
  return readList(file, validate, (fields, source) => {
    const [fromText, toText] = [textFieldOf(fields, 'from'), textFieldOf(fields, 'to')];
    const [from, to] = [expandEnd(type, 'from', fromText), expandEnd(type, 'to', toText)];
    const id = relationId(type, from, to);
    return isValid(fields) ? { type: type.name, id, from, to, fields, source } : fromText && toText && id;
  });
}

/** Reads dataset.yaml. Returns only the problems if it is invalid. */
export function readMetadata(
  file: YamlFile,
  validate: ValidateFunction,
): { readonly metadata?: DatasetFields; readonly problems: readonly Problem[] } {
  const isValid = (value: unknown): value is DatasetFields => validate(value);
  if (file.problems.length > 0) return { problems: file.problems };
  if (isValid(file.value)) return { metadata: file.value, problems: [] };
  return { problems: toProblems({ id: 'Dataset', source: file.sourceAt([]) }, validate.errors ?? []) };
}

function readList<R extends object>(
  file: YamlFile,
  validate: ValidateFunction,
  toRecordOrId: (fields: unknown, source: RecordSource) => R | string,
): RecordListResult<R> {
  const emptyResult: Omit<RecordListResult<R>, 'problems'> = { records: [], invalidIds: [], isIncomplete: true };
  if (file.problems.length > 0) return { ...emptyResult, problems: file.problems };
  if (!Array.isArray(file.value)) return { ...emptyResult, problems: [notAListProblem(file)] };
  const records: R[] = [];
  const invalidIds: string[] = [];
  const problems: Problem[] = [];
  for (const [index, fields] of file.value.entries()) {
    const source = file.sourceAt([index]);
    const recordOrInvalidId = toRecordOrId(fields, source);
    if (typeof recordOrInvalidId !== 'string') {
      records.push(recordOrInvalidId);
      continue;
    }
    invalidIds.push(recordOrInvalidId);
    problems.push(...toProblems({ id: recordOrInvalidId || `record ${index + 1}`, source }, validate.errors ?? []));
  }
  return { records, invalidIds, isIncomplete: invalidIds.includes(''), problems };
}

function notAListProblem(file: YamlFile): Problem {
  const { file: name, value } = file;
  return { file: name, line: 1, expected: 'a list of records, or [] if there are none', found: formatValue(value) };
}

function textFieldOf(fields: unknown, name: string): string {
  if (typeof fields !== 'object' || fields === null) return '';
  const value: unknown = Object.entries(fields).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
