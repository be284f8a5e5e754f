import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { findSchemathesis } from '../setup/schemathesis.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { httpServer } from './http-server.js';

const schemathesis = await findSchemathesis();
const program = 'program' in schemathesis ? schemathesis.program : '';
const title =
  'missing' in schemathesis ? `schemathesis is missing: ${schemathesis.missing}. Random queries` : 'random queries';

/** How many queries to generate for each root field, and the minimum in total. */
export interface ExampleCounts {
  readonly perField: number;
  readonly total: number;
}

/** Generates queries with schemathesis and tests that they are answered. */
export function describeRandomQueries(examples: ExampleCounts): void {
  describe.skipIf('missing' in schemathesis)(title, () => {
    const neo4j = sharedNeo4j();
    const settings = { aliasLimit: 1_000, directiveLimit: 1_000, operationTimeoutMs: 600_000 };
    const server = httpServer(() => neo4j.database, settings);
    const kindsFile = join(createTemporaryDirectory(), 'kinds');

    it('that are valid in the schema get responses without errors, mostly with data', async () => {
      const { code, text } = await runSchemathesis(server.address, examples.perField, kindsFile);
      expect(code, text).toBe(0);
      const [, generated = ''] = /(\d+) generated/.exec(text) ?? [];
      expect(Number(generated), text).toBeGreaterThanOrEqual(examples.total);
      const kinds = readFileSync(kindsFile, 'utf8').trim().split('\n');
      const count = (kind: string): number => kinds.filter((line) => line === kind).length;
      const kindCounts = { data: count('data'), 'nothing found': count('nothing found'), rejected: count('rejected') };
      console.log('Responses to random queries:', kindCounts);
      // Queries with random cursors, or with both first and last, are rejected correctly.
      expect(count('data') + count('nothing found')).toBeGreaterThan(kinds.length / 2);
      expect(count('data')).toBeGreaterThan(kinds.length / 10);
    });
  });
}

async function runSchemathesis(
  address: string,
  perField: number,
  kindsFile: string,
): Promise<{ code: unknown; text: string }> {
  const command = runCommand(
    program,
    [
      'run',
      `${address}/graphql`,
      `--max-examples=${perField}`,
      '--phases=fuzzing',
      '--request-timeout=600',
      '--suppress-health-check=all',
      '--generation-database=none',
      '--seed=1',
      '--no-color',
    ],
    { SCHEMATHESIS_HOOKS: join(packageRoot, 'tests', 'http', 'schemathesis_hooks.py'), SCHEMATHESIS_SEEN: kindsFile },
  );
  const code = await command.ended;
  return { code, text: `${command.output()}\n${command.errors()}` };
}
