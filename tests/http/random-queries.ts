import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { findSchemathesis } from '../setup/schemathesis.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { httpServer } from './http-server.js';

const found = await findSchemathesis();
const program = 'program' in found ? found.program : '';
const title = 'missing' in found ? `schemathesis is missing: ${found.missing}. Random queries` : 'random queries';

/** How many queries to generate for each root field, and the minimum in total. */
export interface Examples {
  readonly each: number;
  readonly all: number;
}

/** Generates queries with schemathesis and tests that they are answered. */
export function describeRandomQueries(examples: Examples): void {
  describe.skipIf('missing' in found)(title, () => {
    const neo4j = sharedNeo4j();
    const settings = { aliasLimit: 1_000, directiveLimit: 1_000, operationTimeoutMs: 600_000 };
    const server = httpServer(() => neo4j.database, settings);
    const seen = join(temporaryFolder(), 'kinds');

    it('that are valid in the schema get responses without errors, mostly with data', async () => {
      const { code, text } = await runSchemathesis(server.address, examples.each, seen);
      expect(code, text).toBe(0);
      const [, made = ''] = /(\d+) generated/.exec(text) ?? [];
      expect(Number(made), text).toBeGreaterThanOrEqual(examples.all);
      const answers = readFileSync(seen, 'utf8').trim().split('\n');
      const count = (kind: string): number => answers.filter((line) => line === kind).length;
      const seenKinds = { data: count('data'), 'nothing found': count('nothing found'), rejected: count('rejected') };
      console.log('Responses to random queries:', seenKinds);
      // Queries with random cursors, or with both first and last, are rejected correctly.
      expect(count('data') + count('nothing found')).toBeGreaterThan(answers.length / 2);
      expect(count('data')).toBeGreaterThan(answers.length / 10);
    });
  });
}

async function runSchemathesis(address: string, each: number, seen: string): Promise<{ code: unknown; text: string }> {
  const command = runCommand(
    program,
    [
      'run',
      `${address}/graphql`,
      `--max-examples=${each}`,
      '--phases=fuzzing',
      '--request-timeout=600',
      '--suppress-health-check=all',
      '--generation-database=none',
      '--seed=1',
      '--no-color',
    ],
    { SCHEMATHESIS_HOOKS: join(packageRoot, 'tests', 'http', 'schemathesis_hooks.py'), SCHEMATHESIS_SEEN: seen },
  );
  const code = await command.ended;
  return { code, text: `${command.output()}\n${command.errors()}` };
}
