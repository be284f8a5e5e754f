import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './paths.js';

const manifest = readFileSync(join(packageRoot, 'package.json'), 'utf8');

/** The version of this program, from package.json. */
export const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest));
