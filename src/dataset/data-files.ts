import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../model/model.js';
import type { Problem } from './problem.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

/** The file that describes the dataset, relative to the data directory and without its extension. */
export const datasetFile = 'dataset';

/** The optional file with the names of the article that the graph leaves out on purpose. */
export const gapsFile = 'gaps';

/** Reads one data file; `directoryName` is used in messages. */
export function readDataFile(directory: string, directoryName: string, file: string): Promise<YamlFile> {
  return readYamlFile(join(directory, `${file}.yaml`), join(directoryName, `${file}.yaml`));
}

/** The data files of a model, relative to the data directory and without their extension. */
export function listDataFiles({ types, relationTypes }: Model): string[] {
  return [datasetFile, ...[...types, ...relationTypes].map(({ file }) => file)];
}

/** Reports every YAML file that belongs to no type of the model, so that a misspelled file name is not ignored. */
export async function findUnreadFiles(model: Model, directory: string, directoryName: string): Promise<Problem[]> {
  const optionalFiles = model.sections ? [gapsFile] : [];
  const dataFileNames = new Set([...listDataFiles(model), ...optionalFiles].map((file) => `${file}.yaml`));
  const fileNames = [
    ...(await readdir(directory)),
    ...(await readdir(join(directory, 'relation'))).map((name) => `relation/${name}`),
  ];
  const [typeFile, relationFile] = [model.types, model.relationTypes].map(([first]) => `${first?.file ?? ''}.yaml`);
  return fileNames
    .filter((name) => /\.ya?ml$/.test(name) && !dataFileNames.has(name))
    .map((name) => ({
      file: join(directoryName, name),
      line: 1,
      expected: `a file named after an entity type, such as ${typeFile}, or a relation type, such as ${relationFile}`,
      found: `the name ${name}`,
    }));
}
