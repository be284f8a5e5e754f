import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from './paths.js';
import { projectModel } from './model/project-model.js';
import { releaseOf } from './release.js';

it('releaseOf contains the version of package.json and a hash of the API', () => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  expect(releaseOf(projectModel())).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')} [\\w-]{43}$`));
});
