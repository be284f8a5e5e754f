import { describe, expect, it } from 'vitest';
import { changesBetween, printClientSchema, isBreaking } from '../../scripts/published-schema.js';
import { buildSchema } from '../../src/schema.js';
import { readProjectFile } from '../conventions/project-files.js';

const schema = printClientSchema(buildSchema());

/** Returns the messages of the breaking changes between two schemas. */
async function findBreakingChanges(oldSchema: string, newSchema: string): Promise<string[]> {
  const changes = await changesBetween(oldSchema, newSchema);
  return changes.filter(isBreaking).map(({ message }) => message);
}

describe('the schema', () => {
  it('has no breaking change from the promised schema', async () => {
    expect(await findBreakingChanges(readProjectFile('tests/promises/promised.graphql'), schema)).toEqual([]);
  });
});

describe('the check for breaking changes', () => {
  it.each([
    ['a renamed field', /\btotalCount: Int!/g, 'total: Int!'],
    ['a field that becomes nullable', /\bdegree: Int!/g, 'degree: Int'],
    ['a new required argument', /\bnode\(\s*(?:"[^"]*"|"""[\s\S]*?""")?\s*id: ID!/, 'node(id: ID!, now: Boolean!'],
    ['a removed enum value', /^ {2}REFUTED$/m, '  FALSE'],
  ])('reports %s', async (_name, pattern, replacement) => {
    const changedSchema = schema.replace(pattern, replacement);
    expect(changedSchema).not.toBe(schema);
    expect(await findBreakingChanges(schema, changedSchema)).not.toEqual([]);
  });

  it('allows added fields', async () => {
    expect(await findBreakingChanges(schema, `${schema}\nextend type Query { more(first: Int): Int }`)).toEqual([]);
  });
});
