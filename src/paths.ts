import { fileURLToPath } from 'node:url';

/** The project's root folder; this file lies one level below it both in `src` and in `dist`. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));
