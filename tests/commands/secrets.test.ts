import { describe, expect, it } from 'vitest';
import { environmentSchema } from '../../src/config.js';
import { runAtlas } from '../setup/command-line.js';
import { scratchNeo4j } from '../setup/databases.js';
import { writeDataset } from '../dataset/small-dataset.js';
import { sendQuery } from './send-query.js';
import { plantedPassword, plantedEnvironment, misplacedPassword } from './planted-password.js';

const scratch = scratchNeo4j();

/** These settings accept any text. */
const textSettings =
  /^(NEO4J_(USERNAME|PASSWORD|DATABASE)|ATLAS_DATA_DIR|XDG_(DATA|CACHE)_HOME|JAVA_HOME|HOST|NODE_ENV)/;

describe('No password is printed', () => {
  it('when all settings are invalid and reported', async () => {
    const names = Object.keys(environmentSchema.shape);
    const command = runAtlas(['load'], Object.fromEntries(names.map((name) => [name, misplacedPassword])));
    expect(await command.ended).toBe(2);
    for (const name of names.filter((setting) => !textSettings.test(setting)))
      expect(command.errors()).toMatch(new RegExp(`^  ${name}( or --[a-z\\d]+)?: must `, 'm'));
    expect(command.output() + command.errors()).not.toContain(plantedPassword);
  });

  it('when doctor finds all settings invalid, and when it finds Neo4j and Redis unreachable', async () => {
    const names = Object.keys(environmentSchema.shape).filter((name) => !textSettings.test(name));
    for (const environment of [
      Object.fromEntries(names.map((name) => [name, misplacedPassword])),
      { ...plantedEnvironment, PORT: '0' },
    ]) {
      const command = runAtlas(['doctor'], environment);
      expect([2, 5]).toContain(await command.ended);
      expect(command.output()).toMatch(/^problem {2}(Settings|Database): /m);
      expect(command.output() + command.errors()).not.toContain(plantedPassword);
    }
  });

  it('when a server logs at the lowest level, and its Redis and OTLP collector are unreachable', async () => {
    const { uri, password } = scratch.target;
    const neo4j = { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0' };
    const server = runAtlas(['start', await writeDataset()], { ...plantedEnvironment, ...neo4j });
    const [, address = ''] = await server.waitFor(/(http:\/\/localhost:\d+)\//);
    await sendQuery(address);
    await fetch(`${address}/readyz`, {
      headers: { authorization: `Bearer ${plantedPassword}`, cookie: `s=${plantedPassword}` },
    });
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    const printed = server.output() + server.errors();
    expect(printed).toMatch(/The shared cache cannot be used/);
    expect(printed).not.toContain(plantedPassword);
    expect(printed).not.toContain(password);
  });
});
