import { createHash } from 'node:crypto';
import { access, constants, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import { errorCode } from '../shared/caught-error.js';
import { graphFormat } from './edition.js';
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
  const [typeFile, relationFile] = [model.types, model.relationTypes].map(([first]) => `${first?.file ?? ''}.yaml`);
  return (await listYamlFiles(directory))
    .filter((name) => !dataFileNames.has(name))
    .map((name) => ({
      file: join(directoryName, name),
      line: 1,
      expected: `a file named after an entity type, such as ${typeFile}, or a relation type, such as ${relationFile}`,
      found: `the name ${name}`,
    }));
}

async function listYamlFiles(directory: string): Promise<string[]> {
  const relationFiles = await readdir(join(directory, 'relation'));
  const names = [...(await readdir(directory)), ...relationFiles.map((name) => `relation/${name}`)];
  return names.filter((name) => /\.ya?ml$/.test(name)).toSorted();
}

/**
 * The SHA-256 of everything from which a load builds the graph: the model, the data files, and the version of the
 * derived properties. In hexadecimal.
 *
 * @throws BAD_DATA if there is no such directory, or none named `relation` in it.
 */
export async function hashDataFiles(model: Model, directory: string): Promise<string> {
  await requireDirectory(directory);
  await requireDirectory(join(directory, 'relation'));
  const hash = createHash('sha256').update(JSON.stringify([String(graphFormat), model]));
  for (const name of await listYamlFiles(directory)) {
    // A file that cannot be read is reported when the files are read.
    hash.update(name).update(await readFile(join(directory, name)).catch(String));
  }
  return hash.digest('hex');
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
