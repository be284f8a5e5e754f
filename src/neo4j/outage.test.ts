import { describe, expect, it } from 'vitest';
import { AtlasError } from '../errors.js';
import { isConnectionLoss, isOutage, unavailableError } from './outage.js';

const caused = (code: string): AtlasError =>
  new AtlasError('DATABASE_UNAVAILABLE', 'No Neo4j could be used.', { cause: Object.assign(new Error(), { code }) });

describe('an outage', () => {
  it.each([
    ['ServiceUnavailable', true],
    ['SessionExpired', true],
    ['Neo.DatabaseError.Transaction.TransactionStartFailed', true],
    ['Neo.TransientError.General.DatabaseUnavailable', false],
    ['Neo.TransientError.Transaction.DeadlockDetected', false],
  ])('of the cause %s is a lost connection: %s', (code, isLost) => {
    expect([isOutage(caused(code)), isConnectionLoss(caused(code))]).toEqual([true, isLost]);
  });

  it('without a cause is a lost connection, too', () => {
    expect(isConnectionLoss(new AtlasError('DATABASE_UNAVAILABLE', 'Neo4j has not answered.'))).toBe(true);
  });

  it.each([new AtlasError('DATABASE_TIMEOUT', 'too late'), new Error('a bug')])('is not what %s says', (error) => {
    expect([isOutage(error), isConnectionLoss(error)]).toEqual([false, false]);
  });

  it('is told to clients without the address, which stays in the cause', () => {
    const cause = new AtlasError('DATABASE_UNAVAILABLE', 'No Neo4j could be used at bolt://inside:7687.');
    const error = unavailableError(cause);
    expect([error.code, error.cause]).toEqual(['DATABASE_UNAVAILABLE', cause]);
    expect(error.message).not.toContain('inside');
  });
});
