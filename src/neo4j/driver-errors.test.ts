import { describe, expect, it } from 'vitest';
import { unavailableMessage } from './driver-errors.js';

const target = { uri: 'bolt://here:7687', username: 'neo4j', password: 'pw' };
const failed = 'Failed to connect to server. Please check the settings. Caused by: ';

describe('a Neo4j that cannot be used is told with what to do for', () => {
  it.each([
    [
      'ServiceUnavailable',
      `${failed}connect ECONNREFUSED`,
      /\(connect ECONNREFUSED\)\. Start it, or correct NEO4J_URI\.$/,
    ],
    ['ServiceUnavailable', `${failed}Server certificate is not trusted.`, /take \+ssc instead of \+s in NEO4J_URI\.$/],
    ['N/A', 'Server responded HTTP. Make sure', /its port is the one for Bolt, 7687/],
    [
      'Neo.TransientError.Transaction.DeadlockDetected',
      'ForsetiClient',
      /^Neo4j at \S+ had two writers wait .* Try again\.$/,
    ],
    [
      'Neo.TransientError.General.DatabaseUnavailable',
      'is shut',
      /^Neo4j at \S+ cannot do this now \(is shut\)\. Try again\.$/,
    ],
    [
      'Neo.DatabaseError.Transaction.TransactionStartFailed',
      'panic',
      /^Neo4j at \S+ gave up \(panic\)\. Start it again\.$/,
    ],
  ])('%s: %s', (code, message, expected) => {
    const cause = Object.assign(new Error(message), { code });
    expect(unavailableMessage(cause, target)).toMatch(expected);
  });
});
