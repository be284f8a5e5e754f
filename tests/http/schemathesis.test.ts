import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { findSchemathesis } from '../setup/schemathesis.js';
import { httpServer } from './http-server.js';

const found = await findSchemathesis();
const program = 'program' in found ? found.program : '';
const title = 'missing' in found ? `schemathesis is not there: ${found.missing}. Random queries` : 'random queries';

/** How many queries are made for each root field, and at least in all. */
const examples = { each: 25, all: 1_000 };

describe.skipIf('missing' in found)(title, () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, {
    aliasLimit: 1_000,
    directiveLimit: 1_000,
    operationTimeoutMs: 50_000,
  });

  it('that fit the schema are answered without errors', async () => {
    const command = runCommand(
      program,
      [
        'run',
        `${server.address}/graphql`,
        `--max-examples=${examples.each}`,
        '--phases=fuzzing',
        '--request-timeout=60',
        '--suppress-health-check=all',
        '--generation-database=none',
        '--seed=1',
        '--no-color',
      ],
      { SCHEMATHESIS_HOOKS: join(packageRoot, 'tests', 'http', 'schemathesis_hooks.py') },
    );
    const code = await command.ended;
    expect(code, `${command.output()}\n${command.errors()}`).toBe(0);
    const [, made = ''] = /(\d+) generated/.exec(command.output()) ?? [];
    expect(Number(made), command.output()).toBeGreaterThanOrEqual(examples.all);
  });
});
