import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/neo4j/database.js';
import { launchNeo4j } from '../../src/launchers/launch-neo4j.js';
import { writeDataset } from '../dataset/small-dataset.js';
import { runAtlas, messagesOf } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';

describe('launching a Neo4j', () => {
  const shared = sharedNeo4j();
  const neverAborted = new AbortController().signal;
  let directory = '';

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'aigc-atlas-choose-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  /** An environment without Docker, Java and Maven. */
  const bareEnvironment = (): Record<string, string> => ({
    PATH: directory,
    JAVA_HOME: directory,
    XDG_CACHE_HOME: join(directory, 'cache'),
    ATLAS_DATA_DIR: join(directory, 'data'),
  });

  it('prefers NEO4J_URI to the other launchers, and does not stop that Neo4j', async () => {
    const { uri, username, password } = shared.target;
    const config = readConfig({ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
    const lines: string[] = [];
    const neo4j = await launchNeo4j(config.neo4j, { report: (line) => lines.push(line), signal: neverAborted });
    expect(neo4j).toMatchObject({ launcher: 'uri', description: `the Neo4j at ${uri}, because NEO4J_URI is set` });
    expect(lines).toEqual([]);
    await neo4j.stop();
    await (await openDatabase(neo4j.target)).close();
  });

  it('reads the password from NEO4J_PASSWORD_FILE', async () => {
    const file = join(directory, 'password');
    await writeFile(file, `${shared.target.password}\n`);
    const config = readConfig({ NEO4J_URI: shared.target.uri, NEO4J_PASSWORD_FILE: file });
    const neo4j = await launchNeo4j(config.neo4j, { report: () => undefined, signal: neverAborted });
    expect(neo4j.target.password).toBe(shared.target.password);
  });

  it('reports what each of the three launchers needs if none is available', async () => {
    const command = runAtlas(['with-neo4j', 'true'], bareEnvironment());
    expect(await command.ended).toBe(5);
    expect(command.output()).toMatch(/Your own Neo4j: not available, NEO4J_URI is not set/);
    expect(command.output()).toMatch(
      /Neo4j in Docker: not available, no Docker engine responds \("docker" is not installed\)/,
    );
    expect(command.errors()).toMatch(/^No Neo4j is available:\n {2}uri: .*\n {2}docker: .*\n {2}local: /);
    for (const args of ['set NEO4J_URI', 'start a Docker engine', 'install Java 17 or newer and Maven']) {
      expect(command.errors()).toContain(args);
    }
    expect(command.errors()).not.toMatch(/\bat .*\.ts:/);
  });

  it.each([
    ['docker', /with ATLAS_NEO4J=docker or --neo4j docker:\n\s+docker: no Docker engine responds/],
    [
      'local',
      /with ATLAS_NEO4J=local or --neo4j local:\n\s+local: Java 17 or newer was not found .*; Maven was not found/,
    ],
  ])('tries only the launcher that --neo4j=%s selects', async (launcher, message) => {
    const command = runAtlas(['with-neo4j', `--neo4j=${launcher}`, 'true'], bareEnvironment());
    expect(await command.ended).toBe(5);
    expect(command.errors()).toMatch(message);
    expect(command.output()).toBe('');
  });

  it('rejects --neo4j=uri without NEO4J_URI', async () => {
    const command = runAtlas(['with-neo4j', '--neo4j', 'uri', 'true'], bareEnvironment());
    expect(await command.ended).toBe(2);
    expect(command.errors()).toContain('NEO4J_URI: is required');
  });
});

describe('the command line', () => {
  const shared = sharedNeo4j();

  it.each([
    [['start', '--neo4j', 'cloud'], /Allowed choices are uri, docker, local[^]*Usage: aigc-atlas start/],
    [['start', '--prot', '1'], /unknown option '--prot'[^]*Usage: aigc-atlas start/],
    [['begin'], /unknown command 'begin'[^]*Usage: aigc-atlas/],
  ])('rejects %j with the usage and an exit code', async (args, message) => {
    const command = runAtlas(args);
    expect(await command.ended).toBe(2);
    expect(command.errors()).toMatch(message);
  });

  it('reports all invalid environment variables together', async () => {
    const command = runAtlas(['start'], { PORT: 'http', NEO4J_URI: 'localhost:7687', LOG_LEVEL: 'loud' });
    expect(await command.ended).toBe(2);
    for (const name of ['PORT or --port', 'NEO4J_URI', 'NEO4J_PASSWORD or NEO4J_PASSWORD_FILE', 'LOG_LEVEL']) {
      expect(messagesOf(command.errors())).toMatch(new RegExp(`^  ${name}: `, 'm'));
    }
  });

  it('exits with an error message and an exit code if the password is wrong', async () => {
    const command = runAtlas(['load', await writeDataset()], { NEO4J_URI: shared.target.uri, NEO4J_PASSWORD: 'wrong' });
    expect(await command.ended).toBe(5);
    expect(command.errors()).toMatch(
      /refused the user "neo4j".*Correct NEO4J_USERNAME and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE\.\n$/,
    );
  });

  it('exits with an error message and an exit code if nothing listens at the address', async () => {
    const environment = { NEO4J_URI: 'neo4j://127.0.0.1:1', NEO4J_PASSWORD: 'any' };
    const command = runAtlas(['load', await writeDataset()], environment);
    expect(await command.ended).toBe(5);
    expect(command.errors()).toMatch(/^Cannot connect to Neo4j at neo4j:\/\/127\.0\.0\.1:1/);
  });
});
