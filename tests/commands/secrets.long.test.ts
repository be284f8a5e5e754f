import { describe, expect, it } from 'vitest';
import { environmentSchema } from '../../src/config.js';
import { atlas } from '../setup/command-line.js';
import { planted, plantedEnvironment, slipOfTheHand } from './planted.js';

describe('no password is printed', () => {
  it.each(Object.keys(environmentSchema.shape))('where %s is wrong', async (name) => {
    const command = atlas(['load', '--neo4j', 'uri'], { ...plantedEnvironment, [name]: slipOfTheHand });
    expect([2, 5]).toContain(await command.ended);
    expect(command.errors()).toMatch(/correct/i);
    expect(command.output() + command.errors()).not.toContain(planted);
  });
});
