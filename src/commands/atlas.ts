import { join, relative } from 'node:path';
import { readDataset } from '../dataset/read-dataset.js';
import type { Dataset } from '../dataset/record.js';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import { projectModel } from '../model/project-model.js';
import { hasModel, readModel } from '../model/read-model.js';
import { packageRoot } from '../paths.js';

/** The directories of the model and the data, as options of a command. */
export interface AtlasOptions {
  /** A directory with the model in `schema` and the data in `data`; default: the project's own. */
  readonly atlasDir?: string | undefined;
  /** The directory of data files; default: `data` in `atlasDir`. */
  readonly dir?: string | undefined;
}

/** A model, and the directory of its data files. */
export interface Atlas {
  readonly model: Model;
  readonly dataDir: string;
}

/**
 * Reads the model for a command.
 *
 * @throws BAD_MODEL with all problems in it.
 */
export function openAtlas({ atlasDir, dir }: AtlasOptions): Atlas {
  if (atlasDir === undefined) return { model: projectModel(), dataDir: dir ?? relativeToCwd('data') };
  const schemaDir = join(atlasDir, 'schema');
  if (!hasModel(atlasDir)) throw noModelError(schemaDir);
  return { model: readModel(schemaDir, schemaDir), dataDir: dir ?? join(atlasDir, 'data') };
}

/** A model and its valid data. */
export interface AtlasData extends Atlas {
  readonly dataset: Dataset;
}

/**
 * Reads the model and the data files for a command.
 *
 * @throws BAD_MODEL or BAD_DATA with all problems in them.
 */
export async function readAtlas(options: AtlasOptions): Promise<AtlasData> {
  const atlas = openAtlas(options);
  return { ...atlas, dataset: await readDataset(atlas.model, atlas.dataDir) };
}

/** Formats the size of a dataset. */
export function describeSize({ entities, relations }: Dataset): string {
  return `${entities.length} entities and ${relations.length} relations`;
}

function relativeToCwd(directory: string): string {
  return relative(process.cwd(), join(packageRoot, directory)) || '.';
}

function noModelError(directory: string): AtlasError {
  const message = `A model was expected in the directory ${directory}, which does not exist. Set --atlas or ATLAS_DIR to its parent directory.`;
  return new AtlasError('BAD_MODEL', message);
}
