import { resolve } from 'node:path';
import type { Model } from '../model/model.js';
import { datasetFile, findUnreadFiles, hashDataFiles, readDataFile } from './data-files.js';
import { BadDataError, type Problem } from './problem.js';
import { readMetadata, readEntities, readRelations, type RecordListResult } from './read-records.js';
import type { Dataset, DatasetFields, EntityRecord, RelationRecord } from './record.js';
import type { Draft } from './rules/draft.js';
import { checkRules } from './rules/check-rules.js';
import { getDataValidators } from './schemas.js';

/** Reads and validates a directory of data files. Fails with a BadDataError that lists all problems. */
export async function readDataset(model: Model, dir: string): Promise<Dataset> {
  const filesHash = await hashDataFiles(model, dir);
  const { metadata, problems, ...draft } = await readDraft(model, dir);
  const allProblems = [...problems, ...checkRules(draft)];
  if (metadata === undefined || allProblems.length > 0) throw new BadDataError(allProblems);
  return { metadata, entities: draft.entities, relations: draft.relations, filesHash };
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
