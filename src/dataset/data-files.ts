import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../model/model.js';
import type { Problem } from './problem.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

/** The file that describes the dataset, relative to the data directory and without its extension. */
export const datasetFile = 'dataset';

/** Reads one data file; `folderName` is the directory's name in messages. */
export function readDataFile(folder: string, folderName: string, file: string): Promise<YamlFile> {
  return readYamlFile(join(folder, `${file}.yaml`), join(folderName, `${file}.yaml`));
}

/** The data files of a model, relative to the data directory and without their extension. */
export function dataFiles({ types, relationTypes }: Model): string[] {
  return [datasetFile, ...[...types, ...relationTypes].map(({ file }) => file)];
}

/** Reports every YAML file that belongs to no type of the model, so that a misspelled file name is not ignored. */
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
      expected: `a file named after an entity type, such as ${typeFile}, or a relation type, such as ${relationFile}`,
      found: `the name ${name}`,
    }));
}
