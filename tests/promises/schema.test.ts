import { describe, expect, it } from 'vitest';
import { changesBetween, clientsView, isBreaking } from '../../scripts/published-schema.js';
import { buildSchema } from '../../src/schema.js';
import { readProjectFile } from '../house/project-files.js';

const schema = clientsView(buildSchema());

/** What of the promises a schema breaks. */
async function broken(promised: string, kept: string): Promise<string[]> {
  const changes = await changesBetween(promised, kept);
  return changes.filter(isBreaking).map(({ message }) => message);
}

describe('the schema', () => {
  it('keeps everything that clients have been promised', async () => {
    expect(await broken(readProjectFile('tests/promises/promised.graphql'), schema)).toEqual([]);
  });
});

describe('the guard of the schema', () => {
  it.each([
    ['a renamed field', /\btotalCount: Int!/g, 'total: Int!'],
    ['a field that may be null', /\bdegree: Int!/g, 'degree: Int'],
    [
      'an argument that must be given',
      /\bnode\(\s*(?:"[^"]*"|"""[\s\S]*?""")?\s*id: ID!/,
      'node(id: ID!, now: Boolean!',
    ],
    ['an enum value that is gone', /^ {2}REFUTED$/m, '  FALSE'],
  ])('finds %s', async (_name, what, instead) => {
    const changed = schema.replace(what, instead);
    expect(changed).not.toBe(schema);
    expect(await broken(schema, changed)).not.toEqual([]);
  });

  it('lets fields be added', async () => {
    expect(await broken(schema, `${schema}\nextend type Query { more(first: Int): Int }`)).toEqual([]);
  });
});
