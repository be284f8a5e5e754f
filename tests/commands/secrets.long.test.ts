import { describe, expect, it } from 'vitest';
import { environmentSchema, readConfig } from '../../src/config.js';
import { atlas } from '../setup/command-line.js';
import { planted, plantedEnvironment, slipOfTheHand } from './planted.js';

type Environment = Readonly<Record<string, string>>;

/** What every command prints of wrong settings, or what `load` prints where they only turn out to be wrong later. */
async function printedOf(environment: Environment): Promise<string> {
  try {
    readConfig(environment);
  } catch (error) {
    return String(error);
  }
  const command = atlas(['load', '--neo4j', 'uri'], environment);
  expect(await command.ended).toBe(5);
  return command.output() + command.errors();
}

describe('no password is printed', () => {
  it.each(Object.keys(environmentSchema.shape))('where %s is wrong', async (name) => {
    const printed = await printedOf({ ...plantedEnvironment, [name]: slipOfTheHand });
    expect(printed).toMatch(/correct/i);
    expect(printed).not.toContain(planted);
  });
});
