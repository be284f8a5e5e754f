import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../model/model.js';
import type { Problem } from './problem.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

/** The file, below the folder of the data and without its extension, that describes the whole. */
export const datasetFile = 'dataset';

/** Reads one file of the folder; `folderName` is how messages call the folder. */
export function readDataFile(folder: string, folderName: string, file: string): Promise<YamlFile> {
  return readYamlFile(join(folder, `${file}.yaml`), join(folderName, `${file}.yaml`));
}

/** The files of all data of a model, below their folder and without their extension. */
export function dataFiles({ types, relationTypes }: Model): string[] {
  return [datasetFile, ...[...types, ...relationTypes].map(({ file }) => file)];
}

/** Problems for every YAML file of the folder that nothing reads, so that a slip in a file's name is not silence. */
export async function unreadFiles(model: Model, folder: string, folderName: string): Promise<Problem[]> {
  const known = new Set(dataFiles(model).map((file) => `${file}.yaml`));
  const names = [
    ...(await readdir(folder)),
    ...(await readdir(join(folder, 'relation'))).map((name) => `relation/${name}`),
  ];
  const [typeFile, relationFile] = [model.types, model.relationTypes].map(([first]) => `${first?.file ?? ''}.yaml`);
  return names
    .filter((name) => /\.ya?ml$/.test(name) && !known.has(name))
    .map((name) => ({
      file: join(folderName, name),
      line: 1,
      expected: `a file named for a type of entity, such as ${typeFile}, or of relation, such as ${relationFile}`,
      found: `the name ${name}`,
    }));
}
