import { createHash } from 'node:crypto';
import type { Model } from './model/model.js';
import { buildApi } from './schema.js';
import { version } from './version.js';

/** The version of this program and a hash of its API: two releases may make different answers of the same data. */
export function releaseOf(model: Model): string {
  const api = JSON.stringify([model, buildApi(model).sdl]);
  return `${version} ${createHash('sha256').update(api).digest('base64url')}`;
}
