import { join, relative } from 'node:path';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import { projectModel } from '../model/project-model.js';
import { hasModel, readModel } from '../model/read-model.js';
import { packageRoot } from '../paths.js';

/** Where a command finds the model and the data. */
export interface AtlasOptions {
  /** A folder with the model in `schema` and the data in `data`; default: the project's own. */
  readonly atlasDir?: string | undefined;
  /** The folder of data files; default: `data` in that folder. */
  readonly dir?: string | undefined;
}

/** A model, and the folder of the data files that follow it. */
export interface Atlas {
  readonly model: Model;
  readonly dataDir: string;
}

/**
 * Reads the model that a command works with.
 *
 * @throws BAD_MODEL with every mistake in it.
 */
export function openAtlas({ atlasDir, dir }: AtlasOptions): Atlas {
  if (atlasDir === undefined) return { model: projectModel(), dataDir: dir ?? seenFromHere('data') };
  const schemaDir = join(atlasDir, 'schema');
  if (!hasModel(atlasDir)) throw noModel(schemaDir);
  return { model: readModel(schemaDir, schemaDir), dataDir: dir ?? join(atlasDir, 'data') };
}

function seenFromHere(folder: string): string {
  return relative(process.cwd(), join(packageRoot, folder)) || '.';
}

function noModel(folder: string): AtlasError {
  const message = `A model was expected in the folder ${folder}, and there is none. Name the folder around it with --model or ATLAS_DIR.`;
  return new AtlasError('BAD_MODEL', message);
}
