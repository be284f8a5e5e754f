import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { conceptOf, type EntityType, entityTypes } from '../entity/entity-types.js';
import { type RelationType, relationTypes } from '../relation/relation-types.js';
import type { Problem } from './problem.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

/** The file, below the folder of the data and without its extension, of one type of entity: `company`. */
export function entityFile(type: EntityType): string {
  return conceptOf(type);
}

/** The file, below the folder of the data and without its extension, of one type of relation: `relation/belongs-to`. */
export function relationFile(type: RelationType): string {
  return `relation/${type.toLowerCase().replaceAll('_', '-')}`;
}

/** The file, below the folder of the data and without its extension, that describes the whole. */
export const datasetFile = 'dataset';

/** Reads one file of the folder; `folderName` is how messages call the folder. */
export function readDataFile(folder: string, folderName: string, file: string): Promise<YamlFile> {
  return readYamlFile(join(folder, `${file}.yaml`), join(folderName, `${file}.yaml`));
}

/** Problems for every YAML file of the folder that nothing reads, so that a slip in a file's name is not silence. */
export async function unreadFiles(folder: string, folderName: string): Promise<Problem[]> {
  const known = new Set([datasetFile, ...entityTypes.map(entityFile), ...relationTypes.map(relationFile)]);
  const names = [
    ...(await readdir(folder)),
    ...(await readdir(join(folder, 'relation'))).map((name) => `relation/${name}`),
  ];
  return names
    .filter((name) => /\.ya?ml$/.test(name) && !(name.endsWith('.yaml') && known.has(name.slice(0, -'.yaml'.length))))
    .map((name) => ({
      file: join(folderName, name),
      line: 1,
      expected:
        'a file named for a concept, such as company.yaml, or for a relation type, such as relation/develops.yaml',
      found: `the name ${name}`,
    }));
}
