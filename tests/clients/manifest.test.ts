import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { buildSchema } from '../../src/schema.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

interface Manifest {
  readonly format: string;
  readonly version: number;
  readonly operations: readonly { readonly id: string; readonly name: string; readonly body: string }[];
}

const run = promisify(execFile);
const generator = join(packageRoot, 'node_modules', '.bin', 'generate-persisted-query-manifest');
const directory = createTemporaryDirectory();
const manifest = readFileSync(join(packageRoot, 'persisted-queries.json'), 'utf8');
const { format, version, operations } = JSON.parse(manifest) as Manifest; // checked field by field below

describe('the manifest of persisted queries', () => {
  it('is up to date with the operations; "npm run manifest" writes it', async () => {
    const output = join(directory, 'manifest.json');
    const config = join(directory, 'config.json');
    writeFileSync(config, JSON.stringify({ documents: 'operations/*.graphql', output }));
    await run(generator, ['--config', config], { cwd: packageRoot });
    expect(manifest.trimEnd()).toBe(readFileSync(output, 'utf8').trimEnd());
  });

  it('identifies valid operations by the SHA-256 of their text, sorted by name', () => {
    const schema = buildSchema();
    expect({ format, version }).toEqual({ format: 'apollo-persisted-query-manifest', version: 1 });
    for (const { id, body } of operations) {
      expect(id).toBe(createHash('sha256').update(body).digest('hex'));
      expect(validate(schema, parse(body))).toEqual([]);
    }
    const names = operations.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
  });
});
