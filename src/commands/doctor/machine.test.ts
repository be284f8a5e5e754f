import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { checkMemory, checkNode, checkPages } from './machine.js';

describe('the check of Node.js', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['24.1.0', 'ok'],
    ['20.9.0', 'problem'],
    ['18.20.8', 'problem'],
  ])('compares %s with the required version as numbers: %s', (nodeVersion, state) => {
    expect(checkNode(nodeVersion, '>=20.19')).toMatchObject({ state, found: expect.stringContaining(nodeVersion) });
  });
});

describe('the check of the memory', () => {
  it('warns if a Neo4j that start runs would not fit', () => {
    expect(checkMemory('local', 500_000_000)).toMatchObject({
      state: 'warning',
      found: expect.stringMatching(/^500 MB available of \d+ MB$/),
      advice: expect.stringContaining('1000 MB'),
    });
    expect(checkMemory('local', 2_000_000_000)).toMatchObject({ state: 'ok' });
  });

  it('does not warn if Neo4j runs elsewhere', () => {
    expect(checkMemory('uri', 500_000_000)).toMatchObject({ state: 'ok' });
  });
});

describe('the check of the web pages', () => {
  it('warns in the words of the server if they are not built', () => {
    expect(checkPages(tmpdir())).toMatchObject({
      state: 'warning',
      found: expect.stringMatching(/^The web pages are not built\. Run "npm run build"/),
    });
  });
});
