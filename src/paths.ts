import { fileURLToPath } from 'node:url';

/** The root directory of the project. This file is one level below it, both in `src` and in `dist`. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));
