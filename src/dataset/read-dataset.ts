import { access, constants, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AtlasError } from '../errors.js';
import { type EntityType, entityTypes } from '../entity/entity-types.js';
import { relationTypes, type RelationType } from '../relation/relation-types.js';
import { datasetFile, entityFile, readDataFile, relationFile, unreadFiles } from './data-files.js';
import { BadDataError, type Problem } from './problem.js';
import { readAbout, readEntities, readRelations, type RecordsRead } from './read-records.js';
import type { Dataset, DatasetFields, EntityRecord, RelationRecord } from './record.js';
import type { Draft } from './rules/draft.js';
import { ruleProblems } from './rules/rule-problems.js';
import { dataSchemas } from './schemas.js';
import { errorCode } from '../shared/caught-error.js';

/** Reads and checks a folder of data files; fails with every problem at once. */
export async function readDataset(dir: string): Promise<Dataset> {
  await requireFolder(dir);
  await requireFolder(join(dir, 'relation'));
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
  const incompleteTypes = new Set<EntityType | RelationType>();
  for (const type of entityTypes) {
    const name = entityFile(type);
    const part = readEntities(type, await read(name), schemas.ofRecord(name));
    entities.push(part);
    if (part.incomplete) incompleteTypes.add(type);
  }
  const relations: RecordsRead<RelationRecord>[] = [];
  for (const type of relationTypes) {
    const name = relationFile(type);
    const part = readRelations(type, await read(name), schemas.ofRecord(name));
    relations.push(part);
    if (part.incomplete) incompleteTypes.add(type);
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

async function requireFolder(dir: string): Promise<void> {
  try {
    if (!(await stat(dir)).isDirectory()) throw noFolder(dir, 'it is a file');
    await access(dir, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof AtlasError) throw error;
    const isDenied = errorCode(error) === 'EACCES';
    throw noFolder(dir, isDenied ? 'this user may not read it' : 'there is none');
  }
}

function noFolder(dir: string, found: string): AtlasError {
  const message = `A folder of data files was expected at ${dir}, but ${found}. Name the folder that holds dataset.yaml.`;
  return new AtlasError('BAD_DATA', message);
}
