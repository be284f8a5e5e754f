import { GraphQLError, locatedError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { badInput } from './errors.js';
import { newErrorFormatter } from './format-error.js';

const format = newErrorFormatter(() => undefined, true);
const formatted = (error: GraphQLError): unknown => format(error.toJSON(), error);

describe('an error is shown to clients', () => {
  it.each([
    [
      'of the API',
      locatedError(badInput('first must be less.'), [], ['tools']),
      'BAD_USER_INPUT',
      'first must be less.',
    ],
    [
      'of an argument',
      locatedError(new GraphQLError('Argument "lang" must not be null.'), [], ['tools']),
      'BAD_USER_INPUT',
      'Argument "lang" must not be null.',
    ],
    [
      'of the request',
      new GraphQLError('provided sha does not match query', { extensions: { http: { status: 400 } } }),
      'BAD_REQUEST',
      'Expected the SHA-256 of the query in extensions.persistedQuery, found another hash. Correct it, or leave it out.',
    ],
    [
      'of the parser',
      new GraphQLError('Maximum call stack size exceeded', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } }),
      'GRAPHQL_PARSE_FAILED',
      'The operation is nested too deeply to be parsed. Reduce its nesting.',
    ],
  ])('%s', (_, error, code, message) => {
    expect(formatted(error)).toMatchObject({ message, extensions: { code } });
    expect(JSON.stringify(formatted(error))).not.toContain('http');
  });
});

describe('an error is masked', () => {
  it.each([
    ['of the program', locatedError(new TypeError('x is undefined'), [], ['tools'])],
    [
      'of a value that its type cannot represent',
      locatedError(new GraphQLError('Int cannot represent "x"'), [], ['tools']),
    ],
    ['with an unknown code', new GraphQLError('Secret', { extensions: { code: 'SECRET' } })],
  ])('%s', (_, error) => {
    expect(formatted(error)).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(JSON.stringify(formatted(error))).not.toMatch(/undefined|represent|Secret/);
  });
});
