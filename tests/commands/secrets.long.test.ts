import { describe, expect, it } from 'vitest';
import { environmentSchema, readConfig } from '../../src/config.js';
import { runAtlas } from '../setup/command-line.js';
import { plantedPassword, plantedEnvironment, misplacedPassword } from './planted-password.js';

type Environment = Readonly<Record<string, string>>;

/** Returns the configuration error, or the output of `load` if the configuration is valid. */
async function outputOf(environment: Environment): Promise<string> {
  try {
    readConfig(environment);
  } catch (error) {
    return String(error);
  }
  const command = runAtlas(['load', '--neo4j', 'uri'], environment);
  expect(await command.ended).toBe(5);
  return command.output() + command.errors();
}

describe('No password is printed', () => {
  it.each(Object.keys(environmentSchema.shape))('when %s is invalid', async (name) => {
    const printed = await outputOf({ ...plantedEnvironment, [name]: misplacedPassword });
    expect(printed).toMatch(/correct/i);
    expect(printed).not.toContain(plantedPassword);
  });
});
