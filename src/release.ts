import { createHash } from 'node:crypto';
import type { Model } from './model/model.js';
import { buildApi } from './schema.js';
import { version } from './version.js';

/**
 * Identifies a release by the program's version and a hash of the API: releases may respond differently on the same
 * data.
 */
export function releaseOf(model: Model, isSubgraph = false): string {
  const api = JSON.stringify([model, buildApi(model, isSubgraph).sdl]);
  return `${version} ${createHash('sha256').update(api).digest('base64url')}`;
}
