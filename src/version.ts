import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './paths.js';

const manifest = readFileSync(join(packageRoot, 'package.json'), 'utf8');

const manifestSchema = z.object({ version: z.string(), engines: z.object({ node: z.string() }) });

/** The version of this program, and the versions of Node.js that it runs on, from package.json. */
export const { version, engines } = manifestSchema.parse(JSON.parse(manifest));
