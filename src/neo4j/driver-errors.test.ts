import { describe, expect, it } from 'vitest';
import { unavailableMessage } from './driver-errors.js';

const target = { uri: 'bolt://here:7687', username: 'neo4j', password: 'pw' };
const failed = 'Failed to connect to server. Please check the settings. Caused by: ';

describe('the message for an unusable Neo4j says what to do for', () => {
  it.each([
    [
      'ServiceUnavailable',
      `${failed}connect ECONNREFUSED`,
      /\(connect ECONNREFUSED\)\. Start it, or correct NEO4J_URI if it is set\.$/,
    ],
    ['ServiceUnavailable', `${failed}Server certificate is not trusted.`, /use \+ssc instead of \+s in NEO4J_URI\.$/],
    ['N/A', 'Server responded HTTP. Make sure', /its port must be the Bolt port, 7687/],
    [
      'Neo.TransientError.Transaction.DeadlockDetected',
      'ForsetiClient',
      /^Neo4j at \S+ detected a deadlock .* Try again\.$/,
    ],
    [
      'Neo.TransientError.General.DatabaseUnavailable',
      'is shut',
      /^Neo4j at \S+ is temporarily unavailable \(is shut\)\. Try again\.$/,
    ],
    ['Neo.DatabaseError.Transaction.TransactionStartFailed', 'panic', /^Neo4j at \S+ failed \(panic\)\. Restart it\.$/],
  ])('%s: %s', (code, message, expected) => {
    const cause = Object.assign(new Error(message), { code });
    expect(unavailableMessage(cause, target)).toMatch(expected);
  });
});
