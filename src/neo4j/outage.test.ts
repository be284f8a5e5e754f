import { describe, expect, it } from 'vitest';
import { AtlasError } from '../errors.js';
import { isConnectionLoss, isOutage, unavailableError } from './outage.js';

const caused = (code: string): AtlasError =>
  new AtlasError('DATABASE_UNAVAILABLE', 'Cannot connect to Neo4j.', { cause: Object.assign(new Error(), { code }) });

describe('an outage', () => {
  it.each([
    ['ServiceUnavailable', true],
    ['SessionExpired', true],
    ['Neo.DatabaseError.Transaction.TransactionStartFailed', true],
    ['Neo.TransientError.General.DatabaseUnavailable', false],
    ['Neo.TransientError.Transaction.DeadlockDetected', false],
  ])('with the cause %s is a connection loss: %s', (code, isLost) => {
    expect([isOutage(caused(code)), isConnectionLoss(caused(code))]).toEqual([true, isLost]);
  });

  it('without a cause is a connection loss', () => {
    expect(isConnectionLoss(new AtlasError('DATABASE_UNAVAILABLE', 'Neo4j has not responded.'))).toBe(true);
  });

  it.each([new AtlasError('DATABASE_TIMEOUT', 'too late'), new Error('a bug')])('is not the cause of %s', (error) => {
    expect([isOutage(error), isConnectionLoss(error)]).toEqual([false, false]);
  });

  it('is reported to clients without the address, which only the cause contains', () => {
    const cause = new AtlasError('DATABASE_UNAVAILABLE', 'Cannot connect to Neo4j at bolt://inside:7687.');
    const error = unavailableError(cause);
    expect([error.code, error.cause]).toEqual(['DATABASE_UNAVAILABLE', cause]);
    expect(error.message).not.toContain('inside');
  });
});
