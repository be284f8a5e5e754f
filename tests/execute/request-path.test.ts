import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { sharedNeo4j } from '../setup/databases.js';
import type { RequestPath } from './count-request-path.js';

const neo4j = sharedNeo4j();
let paths: Readonly<Record<string, RequestPath>> = {};

beforeAll(async () => {
  const script = join(packageRoot, 'tests', 'execute', 'count-request-path.ts');
  const args = ['--import', 'tsx', script, packageRoot, JSON.stringify(neo4j.target)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: packageRoot });
  paths = JSON.parse(stdout) as typeof paths; // the output of the script
});

describe('The code path of a request', () => {
  // A reader has to follow this path. The limits show the cost of each new mechanism.
  it.each([
    ['new', 45, 150],
    ['new with its own query', 55, 199],
    ['known', 31, 70],
    ['cached', 10, 16],
  ])('for an operation that is %s has at most %i files and %i functions', (name, maxFiles, maxFunctions) => {
    const { files = [], functions = [] } = paths[name] ?? {};
    expect(files.length, files.join('\n')).toBeLessThanOrEqual(maxFiles);
    expect(functions.length, functions.join('\n')).toBeLessThanOrEqual(maxFunctions);
    expect(functions).toContain('http/graphql-route.js: handle');
  });
});
