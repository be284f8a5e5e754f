import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AtlasError } from '../errors.js';
import { packageRoot } from '../paths.js';

/** The directory in which the build puts the web pages. */
export const pagesDirectory = join(packageRoot, 'dist', 'pages');

/** Whether the pages are in the directory. */
export function arePagesBuilt(directory: string): boolean {
  return existsSync(join(directory, 'index.html'));
}

/** The error for requests for pages that are not built. */
export function notBuiltError(): AtlasError {
  const message =
    'The web pages are not built. Run "npm run build", then restart the server. The API works without the pages.';
  return new AtlasError('NOT_FOUND', message);
}
