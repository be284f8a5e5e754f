import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { version } from '../../src/version.js';
import { entity, writeDataset } from '../dataset/data-folder.js';
import { atlas, runCommand } from '../setup/command-line.js';
import { scratchNeo4j } from '../setup/databases.js';

const own = scratchNeo4j();

async function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { uri, password } = own.target;
  const command = atlas(words, { NEO4J_URI: uri, NEO4J_PASSWORD: password, ...environment });
  return { code: await command.ended, output: command.output(), errors: command.errors() };
}

describe('aigc-atlas', () => {
  it('prints its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, output: `${version}\n`, errors: '' });
  });

  it('tells its exit codes where it is asked for help', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/Exit codes:\n {2}0 {4}done/),
    });
  });

  it.each([
    ['a word that is no command', ['launch'], {}, /unknown command 'launch'/],
    ['a flag that is none', ['load', '--dry-walk'], {}, /unknown option '--dry-walk'/],
    ['a setting that is wrong', ['load'], { NEO4J_URI: 'here' }, /NEO4J_URI: must begin with/],
    ['a command that cannot be run', ['with-neo4j', 'no-such-program'], {}, /found "no-such-program"/],
  ])('ends with 2 and says why: %s', async (_, words, environment, message) => {
    expect(await run(words, environment)).toMatchObject({ code: 2, errors: expect.stringMatching(message) });
  });

  it('ends with 2 and says why where too few files may be open', async () => {
    const words = [
      '-c',
      'ulimit -n 64; exec "$@"',
      'sh',
      process.execPath,
      join(packageRoot, 'dist', 'main.js'),
      'start',
    ];
    const command = runCommand('/bin/sh', words, {});
    expect(await command.ended).toBe(2);
    expect(command.errors()).toMatch(
      /^At least 1024 open files must be allowed.* limit is 64\. Raise it, for example with .*\.\n$/,
    );
  });

  it('ends with 3 where the data files are invalid', async () => {
    const dir = await writeDataset((files) => files['tool']?.push(entity('dall-e')));
    expect(await run(['check', dir])).toMatchObject({ code: 3, errors: expect.stringContaining('dall-e') });
  });

  it('ends with 4 after a dry run that would change something, and with 0 after one that would not', async () => {
    const dir = await writeDataset();
    expect(await run(['load', dir, '--dry-run'])).toMatchObject({ code: 4 });
    expect(await run(['load', dir])).toMatchObject({ code: 0 });
    expect(await run(['load', dir, '--dry-run'])).toMatchObject({ code: 0 });
  });

  it('ends with 5 where no Neo4j answers', async () => {
    const nowhere = { NEO4J_URI: 'bolt://127.0.0.1:1' };
    expect(await run(['load'], nowhere)).toMatchObject({
      code: 5,
      errors: expect.stringMatching(/Correct NEO4J_URI|correct/),
    });
  });

  it('ends as its command does with with-neo4j, also by a signal', async () => {
    expect(await run(['with-neo4j', 'sh', '-c', 'exit 7'])).toMatchObject({ code: 7, errors: '' });
    expect(await run(['with-neo4j', 'sh', '-c', 'kill -KILL $$'])).toMatchObject({ code: 137, errors: '' });
  });

  it('prints one line of JSON and nothing else where it is asked to', async () => {
    const { output, errors } = await run(['load', await writeDataset(), '--json']);
    expect([output.split('\n').length, errors]).toEqual([2, '']);
    expect(JSON.parse(output)).toMatchObject({ entityCount: 14, relationCount: 8, dryRun: false });
  });

  it('prints what check found as JSON, also where the data are invalid', async () => {
    const found = await run(['check', await writeDataset(), '--json']);
    expect(JSON.parse(found.output)).toEqual({ entityCount: 14, relationCount: 8, citationCount: null });
    const broken = await writeDataset((files) => files['tool']?.push(entity('dall-e')));
    const { code, output, errors } = await run(['check', broken, '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(output)).toMatchObject({
      error: { code: 'BAD_DATA', problems: [{ file: expect.stringContaining('tool.yaml'), line: expect.any(Number) }] },
    });
    expect(errors).toContain('dall-e');
  });

  it('prints nothing where it is to be quiet, but still what went wrong', async () => {
    const dir = await writeDataset();
    expect(await run(['--quiet', 'load', dir])).toEqual({ code: 0, output: '', errors: '' });
    expect(await run(['--quiet', 'load', '/no/such/folder'])).toMatchObject({
      output: '',
      errors: expect.stringContaining('/no/such/folder'),
    });
  });
});
