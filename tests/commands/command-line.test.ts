import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { version } from '../../src/version.js';
import { entity, writeDataset } from '../dataset/small-dataset.js';
import { runAtlas, runCommand } from '../setup/command-line.js';
import { scratchNeo4j } from '../setup/databases.js';

const scratch = scratchNeo4j();

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { uri, password } = scratch.target;
  const command = runAtlas(args, { NEO4J_URI: uri, NEO4J_PASSWORD: password, ...environment });
  return { code: await command.ended, output: command.output(), errors: command.errors() };
}

describe('aigc-atlas', () => {
  it('prints its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, output: `${version}\n`, errors: '' });
  });

  it('prints its exit codes with --help', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/Exit codes:\n {2}0 {4}done/),
    });
  });

  it('reads another atlas with --atlas, and with the former name --model, which the help does not list', async () => {
    const library = join('tests', 'model', 'library');
    for (const option of ['--atlas', '--model']) {
      expect(await run(['check', option, library])).toMatchObject({
        code: 0,
        output: expect.stringContaining(`in ${join(library, 'data')}: no problem found`),
      });
    }
    const { output } = await run(['check', '--help']);
    expect(output).toContain('--atlas <dir>');
    expect(output).not.toContain('--model');
  });

  it.each([
    ['an unknown command', ['launch'], {}, /unknown command 'launch'/],
    ['an unknown option', ['load', '--dry-walk'], {}, /unknown option '--dry-walk'/],
    ['both names of an option', ['check', '--atlas', 'a', '--model', 'b'], {}, /cannot be used with option '--atlas/],
    [
      'an empty --atlas',
      ['check', '--atlas', ''],
      {},
      /'--atlas <dir>' argument '' is invalid\. Expected .*, or leave/,
    ],
    ['an empty --model', ['load', '--model', ''], {}, /'--model <dir>' argument '' is invalid\. Expected .*, or leave/],
    ['an empty --article', ['check', '--article', ''], {}, /'--article <file>' argument '' is invalid\. Expected /],
    ['an empty directory', ['start', ''], {}, /value '' is invalid for argument 'dir'\. Expected .*, or leave/],
    ['an empty --port', ['start', '--port='], {}, /'--port <number>' argument '' is invalid\. Expected .*, or leave/],
    [
      '--no-load with --force',
      ['start', '--no-load', '--force'],
      {},
      /^Expected .* found --force\. Leave out --no-load/,
    ],
    [
      '--no-load with --adopt',
      ['start', '--adopt', '--no-load'],
      {},
      /^Expected .* found --adopt\. Leave out --no-load/,
    ],
    ['--no-load with a directory', ['start', '--no-load', 'x'], {}, /found the directory "x"\. Leave out --no-load/],
    ['an invalid port', ['start', '--port', 'abc'], {}, /PORT or --port: must be .*found \W+abc/],
    ['an invalid atlas', ['load', '--atlas', 'src'], {}, /ATLAS_DIR or --atlas: must be .* \(found "src"\)/],
    ['an invalid setting', ['load'], { NEO4J_URI: 'here' }, /NEO4J_URI: must begin with/],
    ['a command that cannot be executed', ['with-neo4j', 'no-such-program'], {}, /found "no-such-program"/],
  ])('exits with 2 and reports %s', async (_, args, environment, message) => {
    expect(await run(args, environment)).toMatchObject({ code: 2, errors: expect.stringMatching(message) });
  });

  it('exits with 2 if the limit of open files is too low', async () => {
    const args = [
      '-c',
      'ulimit -n 64; exec "$@"',
      'sh',
      process.execPath,
      join(packageRoot, 'dist', 'main.js'),
      'start',
    ];
    const command = runCommand('/bin/sh', args, {});
    expect(await command.ended).toBe(2);
    expect(command.errors()).toMatch(
      /^At least 1024 open files must be allowed.* limit is 64\. Raise it, for example with .*\.\n$/,
    );
  });

  it('exits with 3 if the data files are invalid', async () => {
    const dir = await writeDataset((files) => files['tool']?.push(entity('dall-e')));
    expect(await run(['check', dir])).toMatchObject({ code: 3, errors: expect.stringContaining('dall-e') });
  });

  it('exits with 4 after a dry run with changes, and with 0 after one without', async () => {
    const dir = await writeDataset();
    expect(await run(['load', dir, '--dry-run'])).toMatchObject({ code: 4 });
    expect(await run(['load', dir])).toMatchObject({ code: 0 });
    expect(await run(['load', dir, '--dry-run'])).toMatchObject({ code: 0 });
  });

  it('exits with 5 if Neo4j cannot be reached', async () => {
    const unreachable = { NEO4J_URI: 'bolt://127.0.0.1:1' };
    expect(await run(['load'], unreachable)).toMatchObject({
      code: 5,
      errors: expect.stringMatching(/Correct NEO4J_URI|correct/),
    });
  });

  it('exits with the exit code of the command of with-neo4j, even after a signal', async () => {
    expect(await run(['with-neo4j', 'sh', '-c', 'exit 7'])).toMatchObject({ code: 7, errors: '' });
    expect(await run(['with-neo4j', 'sh', '-c', 'kill -KILL $$'])).toMatchObject({ code: 137, errors: '' });
  });

  it('prints only one line of JSON with --json', async () => {
    const { output, errors } = await run(['load', await writeDataset(), '--json']);
    expect([output.split('\n').length, errors]).toEqual([2, '']);
    expect(JSON.parse(output)).toMatchObject({ entityCount: 14, relationCount: 8, dryRun: false });
  });

  it('prints the result of check as JSON, for valid and for invalid data', async () => {
    const result = await run(['check', await writeDataset(), '--json']);
    expect(JSON.parse(result.output)).toEqual({ entityCount: 14, relationCount: 8, citationCount: null });
    const invalidDir = await writeDataset((files) => files['tool']?.push(entity('dall-e')));
    const { code, output, errors } = await run(['check', invalidDir, '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(output)).toMatchObject({
      error: { code: 'BAD_DATA', problems: [{ file: expect.stringContaining('tool.yaml'), line: expect.any(Number) }] },
    });
    expect(errors).toContain('dall-e');
  });

  it('prints only errors with --quiet', async () => {
    const dir = await writeDataset();
    expect(await run(['--quiet', 'load', dir])).toEqual({ code: 0, output: '', errors: '' });
    expect(await run(['--quiet', 'load', '/no/such/folder'])).toMatchObject({
      output: '',
      errors: expect.stringContaining('/no/such/folder'),
    });
  });
});
