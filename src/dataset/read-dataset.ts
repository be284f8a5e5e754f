import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AtlasError } from '../errors.js';
import { type EntityType, entityTypes } from '../entity/entity-types.js';
import { relationTypes } from '../relation/relation-types.js';
import { datasetFile, entityFile, readDataFile, relationFile, unreadFiles } from './data-files.js';
import { BadDataError, type Problem } from './problem.js';
import { readAbout, readEntities, readRelations, type RecordsRead } from './read-records.js';
import type { Dataset, DatasetFields, EntityRecord, RelationRecord } from './record.js';
import type { Draft } from './rules/draft.js';
import { ruleProblems } from './rules/rule-problems.js';
import { dataSchemas } from './schemas.js';

/** Reads and checks a folder of data files; fails with every problem at once. */
export async function readDataset(dir: string): Promise<Dataset> {
  if (!existsSync(dir)) throw noFolder(dir);
  const { about, problems, ...draft } = await readDraft(dir);
  const all = [...problems, ...ruleProblems(draft)];
  if (about === undefined || all.length > 0) throw new BadDataError(all);
  return { about, entities: draft.entities, relations: draft.relations };
}

interface FolderRead extends Draft {
  readonly about?: DatasetFields;
  readonly problems: readonly Problem[];
}

async function readDraft(dir: string): Promise<FolderRead> {
  const schemas = dataSchemas();
  const read = (file: string) => readDataFile(resolve(dir), dir, file);
  const entities: RecordsRead<EntityRecord>[] = [];
  const incompleteTypes = new Set<EntityType>();
  for (const type of entityTypes) {
    const name = entityFile(type);
    const part = readEntities(type, await read(name), schemas.ofRecord(name));
    entities.push(part);
    if (part.incomplete) incompleteTypes.add(type);
  }
  const relations: RecordsRead<RelationRecord>[] = [];
  for (const type of relationTypes) {
    const name = relationFile(type);
    relations.push(readRelations(type, await read(name), schemas.ofRecord(name)));
  }
  const about = readAbout(await read(datasetFile), schemas.ofFile(datasetFile));
  const parts = [...entities, ...relations, about];
  return {
    ...(about.about && { about: about.about }),
    entities: entities.flatMap(({ records }) => records),
    relations: relations.flatMap(({ records }) => records),
    incompleteTypes,
    brokenIds: new Set([...entities, ...relations].flatMap(({ brokenIds }) => brokenIds)),
    problems: [...parts.flatMap(({ problems }) => problems), ...(await unreadFiles(resolve(dir), dir))],
  };
}

function noFolder(dir: string): AtlasError {
  return new AtlasError('BAD_DATA', `A folder of data files was expected at ${dir}, but there is none. Name another.`);
}
