import type { ValidateFunction } from 'ajv';
import { entityId } from '../model/entity-id.js';
import type { EntityTypeModel, RelationTypeModel } from '../model/model.js';
import { endId, relationId } from '../model/relation-id.js';
import { type Problem, show } from './problem.js';
import type { DatasetFields, EntityRecord, RecordSource, RelationFields, RelationRecord } from './record.js';
import { schemaProblems } from './schema-problems.js';
import type { YamlFile } from './yaml-file.js';

/** The result of reading one list file: the valid records, and the ids and problems of the invalid ones. */
export interface RecordsRead<R> {
  readonly records: readonly R[];
  /** The ids of invalid records, so that references to them are not reported as dangling too. */
  readonly brokenIds: readonly string[];
  /** Whether some ids are unknown, because the file is not a list or a record lacks its slug or its ends. */
  readonly incomplete: boolean;
  readonly problems: readonly Problem[];
}

/** Reads the entities of one type and validates each with the JSON Schema. */
export function readEntities(
  { name: type }: EntityTypeModel,
  file: YamlFile,
  validate: ValidateFunction,
): RecordsRead<EntityRecord> {
  const isSound = (fields: unknown): fields is EntityRecord['fields'] => validate(fields);
  return readList(file, validate, (fields, source) => {
    const slug = textIn(fields, 'slug');
    const id = slug && entityId(type, slug);
    return isSound(fields) ? { type, id, fields, source } : id;
  });
}

/** Reads the relations of one type and validates each with the JSON Schema. */
export function readRelations(
  type: RelationTypeModel,
  file: YamlFile,
  validate: ValidateFunction,
): RecordsRead<RelationRecord> {
  const isSound = (fields: unknown): fields is RelationFields => validate(fields);
  return readList(file, validate, (fields, source) => {
    const [fromText, toText] = [textIn(fields, 'from'), textIn(fields, 'to')];
    const [from, to] = [endId(type, 'from', fromText), endId(type, 'to', toText)];
    const id = relationId(type, from, to);
    return isSound(fields) ? { type: type.name, id, from, to, fields, source } : fromText && toText && id;
  });
}

/** Reads dataset.yaml. Returns only the problems if it is invalid. */
export function readAbout(
  file: YamlFile,
  validate: ValidateFunction,
): { readonly about?: DatasetFields; readonly problems: readonly Problem[] } {
  const isSound = (value: unknown): value is DatasetFields => validate(value);
  if (file.problems.length > 0) return { problems: file.problems };
  if (isSound(file.value)) return { about: file.value, problems: [] };
  return { problems: schemaProblems({ id: 'Dataset', source: file.sourceAt([]) }, validate.errors ?? []) };
}

function readList<R extends object>(
  file: YamlFile,
  validate: ValidateFunction,
  recordOrId: (fields: unknown, source: RecordSource) => R | string,
): RecordsRead<R> {
  const unread: Omit<RecordsRead<R>, 'problems'> = { records: [], brokenIds: [], incomplete: true };
  if (file.problems.length > 0) return { ...unread, problems: file.problems };
  if (!Array.isArray(file.value)) return { ...unread, problems: [noList(file)] };
  const records: R[] = [];
  const brokenIds: string[] = [];
  const problems: Problem[] = [];
  for (const [index, fields] of file.value.entries()) {
    const source = file.sourceAt([index]);
    const read = recordOrId(fields, source);
    if (typeof read !== 'string') {
      records.push(read);
      continue;
    }
    brokenIds.push(read);
    problems.push(...schemaProblems({ id: read || `record ${index + 1}`, source }, validate.errors ?? []));
  }
  return { records, brokenIds, incomplete: brokenIds.includes(''), problems };
}

function noList(file: YamlFile): Problem {
  const { file: name, value } = file;
  return { file: name, line: 1, expected: 'a list of records, or [] if there are none', found: show(value) };
}

function textIn(fields: unknown, name: string): string {
  if (typeof fields !== 'object' || fields === null) return '';
  const value: unknown = Object.entries(fields).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
