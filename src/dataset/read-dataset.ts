import { access, constants, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import { datasetFile, readDataFile, findUnreadFiles } from './data-files.js';
import { BadDataError, type Problem } from './problem.js';
import { readMetadata, readEntities, readRelations, type RecordListResult } from './read-records.js';
import type { Dataset, DatasetFields, EntityRecord, RelationRecord } from './record.js';
import type { Draft } from './rules/draft.js';
import { checkRules } from './rules/check-rules.js';
import { getDataValidators } from './schemas.js';
import { errorCode } from '../shared/caught-error.js';

/** Reads and validates a directory of data files. Fails with a BadDataError that lists all problems. */
export async function readDataset(model: Model, dir: string): Promise<Dataset> {
  await requireDirectory(dir);
  await requireDirectory(join(dir, 'relation'));
  const { metadata, problems, ...draft } = await readDraft(model, dir);
  const allProblems = [...problems, ...checkRules(draft)];
  if (metadata === undefined || allProblems.length > 0) throw new BadDataError(allProblems);
  return { metadata, entities: draft.entities, relations: draft.relations };
}

interface DraftWithProblems extends Draft {
  readonly metadata?: DatasetFields;
  readonly problems: readonly Problem[];
}

async function readDraft(model: Model, dir: string): Promise<DraftWithProblems> {
  const validators = getDataValidators(model);
  const read = (file: string) => readDataFile(resolve(dir), dir, file);
  const entities: RecordListResult<EntityRecord>[] = [];
  const incompleteTypes = new Set<string>();
  for (const type of model.types) {
    const result = readEntities(type, await read(type.file), validators.getRecordValidator(type.file));
    entities.push(result);
    if (result.isIncomplete) incompleteTypes.add(type.name);
  }
  const relations: RecordListResult<RelationRecord>[] = [];
  for (const type of model.relationTypes) {
    const result = readRelations(type, await read(type.file), validators.getRecordValidator(type.file));
    relations.push(result);
    if (result.isIncomplete) incompleteTypes.add(type.name);
  }
  const metadataResult = readMetadata(await read(datasetFile), validators.getFileValidator(datasetFile));
  const results = [...entities, ...relations, metadataResult];
  return {
    model,
    ...(metadataResult.metadata && { metadata: metadataResult.metadata }),
    entities: entities.flatMap(({ records }) => records),
    relations: relations.flatMap(({ records }) => records),
    incompleteTypes,
    invalidIds: new Set([...entities, ...relations].flatMap(({ invalidIds }) => invalidIds)),
    problems: [...results.flatMap(({ problems }) => problems), ...(await findUnreadFiles(model, resolve(dir), dir))],
  };
}

async function requireDirectory(dir: string): Promise<void> {
  try {
    if (!(await stat(dir)).isDirectory()) throw noDirectoryError(dir, 'a file');
    await access(dir, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof AtlasError) throw error;
    const isDenied = errorCode(error) === 'EACCES';
    throw noDirectoryError(dir, isDenied ? 'a directory that this user may not read' : 'nothing');
  }
}

function noDirectoryError(dir: string, found: string): AtlasError {
  const message = `Expected a directory of data files at ${dir}, found ${found}. Pass the directory that contains dataset.yaml.`;
  return new AtlasError('BAD_DATA', message);
}
