import { Kind, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { listOperationNames, readOperation } from '../operations/read-operation.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const schema = buildSchema();
const names = listOperationNames();

describe('every operation', () => {
  it.each(names)('%s is valid, the only one in its file, and described by a comment', (name) => {
    const text = readOperation(name);
    expect(validate(schema, parse(text))).toEqual([]);
    expect(operationsOf(text)).toHaveLength(1);
    expect(text).toMatch(/^# [^.\n]{8,70}\n(# .+\n)+query [A-Z]\w+/);
  });

  it.each(names)('%s returns data with the default values of its variables', async (name) => {
    const { data, errors } = await api.send<Record<string, unknown>>(readOperation(name));
    expect(errors).toBeUndefined();
    for (const [field, value] of Object.entries(data ?? {})) expect(value, field).not.toBeNull();
  });
});

describe('all operations together', () => {
  it('have unique names', () => {
    const operations = names.flatMap((name) => operationsOf(readOperation(name)));
    expect(new Set(operations).size).toBe(operations.length);
  });

  it('select every field of Query', () => {
    const selectedFields = new Set(names.flatMap((name) => rootFields(readOperation(name))));
    expect([...selectedFields].toSorted()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted());
  });
});

function operationsOf(text: string): string[] {
  return parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? 'without a name') : [],
  );
}

function rootFields(text: string): string[] {
  const typeInfo = new TypeInfo(schema);
  const fields: string[] = [];
  const enter = ({ name }: { name: { value: string } }): void => {
    if (typeInfo.getParentType()?.name === 'Query') fields.push(name.value);
  };
  visit(parse(text), visitWithTypeInfo(typeInfo, { Field: { enter } }));
  return fields;
}
