import { createHash } from 'node:crypto';
import { readTypeDefs } from './schema.js';
import { version } from './version.js';

/** The version of this program and a hash of its schema: two releases may make different answers of the same data. */
export const release = `${version} ${createHash('sha256').update(readTypeDefs().join('')).digest('base64url')}`;
