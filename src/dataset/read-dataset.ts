import { access, constants, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import { datasetFile, readDataFile, unreadFiles } from './data-files.js';
import { BadDataError, type Problem } from './problem.js';
import { readAbout, readEntities, readRelations, type RecordsRead } from './read-records.js';
import type { Dataset, DatasetFields, EntityRecord, RelationRecord } from './record.js';
import type { Draft } from './rules/draft.js';
import { ruleProblems } from './rules/rule-problems.js';
import { dataSchemas } from './schemas.js';
import { errorCode } from '../shared/caught-error.js';

/** Reads and validates a directory of data files. Fails with a BadDataError that lists all problems. */
export async function readDataset(model: Model, dir: string): Promise<Dataset> {
  await requireFolder(dir);
  await requireFolder(join(dir, 'relation'));
  const { about, problems, ...draft } = await readDraft(model, dir);
  const all = [...problems, ...ruleProblems(draft)];
  if (about === undefined || all.length > 0) throw new BadDataError(all);
  return { about, entities: draft.entities, relations: draft.relations };
}

interface FolderRead extends Draft {
  readonly about?: DatasetFields;
  readonly problems: readonly Problem[];
}

async function readDraft(model: Model, dir: string): Promise<FolderRead> {
  const schemas = dataSchemas(model);
  const read = (file: string) => readDataFile(resolve(dir), dir, file);
  const entities: RecordsRead<EntityRecord>[] = [];
  const incompleteTypes = new Set<string>();
  for (const type of model.types) {
    const part = readEntities(type, await read(type.file), schemas.ofRecord(type.file));
    entities.push(part);
    if (part.incomplete) incompleteTypes.add(type.name);
  }
  const relations: RecordsRead<RelationRecord>[] = [];
  for (const type of model.relationTypes) {
    const part = readRelations(type, await read(type.file), schemas.ofRecord(type.file));
    relations.push(part);
    if (part.incomplete) incompleteTypes.add(type.name);
  }
  const about = readAbout(await read(datasetFile), schemas.ofFile(datasetFile));
  const parts = [...entities, ...relations, about];
  return {
    model,
    ...(about.about && { about: about.about }),
    entities: entities.flatMap(({ records }) => records),
    relations: relations.flatMap(({ records }) => records),
    incompleteTypes,
    brokenIds: new Set([...entities, ...relations].flatMap(({ brokenIds }) => brokenIds)),
    problems: [...parts.flatMap(({ problems }) => problems), ...(await unreadFiles(model, resolve(dir), dir))],
  };
}

async function requireFolder(dir: string): Promise<void> {
  try {
    if (!(await stat(dir)).isDirectory()) throw noFolder(dir, 'a file');
    await access(dir, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof AtlasError) throw error;
    const isDenied = errorCode(error) === 'EACCES';
    throw noFolder(dir, isDenied ? 'a directory that this user may not read' : 'nothing');
  }
}

function noFolder(dir: string, found: string): AtlasError {
  const message = `Expected a directory of data files at ${dir}, found ${found}. Pass the directory that contains dataset.yaml.`;
  return new AtlasError('BAD_DATA', message);
}
