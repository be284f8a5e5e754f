import { describe, expect, it } from 'vitest';
import { changesBetween, clientsView, isBreaking } from '../../scripts/published-schema.js';
import { buildSchema } from '../../src/schema.js';
import { readProjectFile } from '../house/project-files.js';

const schema = clientsView(buildSchema());

/** Returns the messages of the breaking changes between two schemas. */
async function broken(promised: string, kept: string): Promise<string[]> {
  const changes = await changesBetween(promised, kept);
  return changes.filter(isBreaking).map(({ message }) => message);
}

describe('the schema', () => {
  it('has no breaking change from the promised schema', async () => {
    expect(await broken(readProjectFile('tests/promises/promised.graphql'), schema)).toEqual([]);
  });
});

describe('the check for breaking changes', () => {
  it.each([
    ['a renamed field', /\btotalCount: Int!/g, 'total: Int!'],
    ['a field that becomes nullable', /\bdegree: Int!/g, 'degree: Int'],
    ['a new required argument', /\bnode\(\s*(?:"[^"]*"|"""[\s\S]*?""")?\s*id: ID!/, 'node(id: ID!, now: Boolean!'],
    ['a removed enum value', /^ {2}REFUTED$/m, '  FALSE'],
  ])('reports %s', async (_name, what, instead) => {
    const changed = schema.replace(what, instead);
    expect(changed).not.toBe(schema);
    expect(await broken(schema, changed)).not.toEqual([]);
  });

  it('allows added fields', async () => {
    expect(await broken(schema, `${schema}\nextend type Query { more(first: Int): Int }`)).toEqual([]);
  });
});
