import type { Random } from '../graph/random.js';

/** A field of a generated operation. A field with subfields is a list. */
export interface Field {
  readonly name: string;
  /** The parent type. */
  readonly parentType: TypeName;
  readonly first: number;
  readonly fields: readonly Field[];
}

/** An entity type, by the name of its root field. */
export type TypeName = 'company' | 'tool' | 'domain' | 'region' | 'technique';

const scalars: Readonly<Record<TypeName, readonly [string, ...string[]]>> = {
  company: ['slug', 'name', 'kind', 'summary'],
  tool: ['slug', 'name', 'kind', 'summary'],
  domain: ['slug', 'name', 'summary'],
  region: ['slug', 'name', 'level', 'summary'],
  technique: ['slug', 'name', 'summary'],
};

const lists: Readonly<Record<TypeName, readonly (readonly [field: string, type: TypeName])[]>> = {
  company: [
    ['tools', 'tool'],
    ['regions', 'region'],
    ['domains', 'domain'],
  ],
  tool: [
    ['companies', 'company'],
    ['domains', 'domain'],
    ['techniques', 'technique'],
  ],
  domain: [
    ['tools', 'tool'],
    ['companies', 'company'],
  ],
  region: [['companies', 'company']],
  technique: [],
};

const maxDepth = 2;
const maxPageSize = 8;

/** Generates a selection on an entity: a random subset of its scalars and lists, at most two levels deep. */
export function generateFields(type: TypeName, random: Random, depth = 0): Field[] {
  const scalarNames = scalars[type].filter(() => random.next() < 0.5);
  const fields = (scalarNames.length > 0 ? scalarNames : [random.pick(scalars[type])]).map((name): Field => ({
    name,
    parentType: type,
    first: 0,
    fields: [],
  }));
  const chosenLists = depth < maxDepth ? lists[type].filter(() => random.next() < 0.6) : [];
  const listFields = chosenLists.map(([name, childType]): Field => ({
    name,
    parentType: type,
    first: 1 + random.integerBelow(maxPageSize),
    fields: generateFields(childType, random, depth + 1),
  }));
  return [...fields, ...listFields];
}

/** Formats a list field for one server's schema. */
export type FormatList = (field: Field, selection: string) => string;

/** Formats a selection for a server's schema. */
export function formatFields(fields: readonly Field[], formatList: FormatList): string {
  const parts = fields.map((field) =>
    field.fields.length === 0 ? field.name : formatList(field, formatFields(field.fields, formatList)),
  );
  return parts.join(' ');
}
