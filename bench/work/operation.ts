import type { Draws } from '../graph/random.js';

/** A field of a generated operation. A field with subfields is a list. */
export interface Field {
  readonly name: string;
  /** The parent type. */
  readonly of: TypeName;
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

const deepest = 2;
const largestPage = 8;

/** Generates a selection on an entity: a random subset of its scalars and lists, at most two levels deep. */
export function makeUpFields(type: TypeName, draws: Draws, depth = 0): Field[] {
  const plain = scalars[type].filter(() => draws.next() < 0.5);
  const fields = (plain.length > 0 ? plain : [draws.pick(scalars[type])]).map((name) => ({
    name,
    of: type,
    first: 0,
    fields: [],
  }));
  const followed = depth < deepest ? lists[type].filter(() => draws.next() < 0.6) : [];
  const below = followed.map(([name, inner]) => ({
    name,
    of: type,
    first: 1 + draws.below(largestPage),
    fields: makeUpFields(inner, draws, depth + 1),
  }));
  return [...fields, ...below];
}

/** Formats a list field for one server's schema. */
export type WriteList = (field: Field, selection: string) => string;

/** Formats a selection for a server's schema. */
export function writeFields(fields: readonly Field[], writeList: WriteList): string {
  const written = fields.map((field) =>
    field.fields.length === 0 ? field.name : writeList(field, writeFields(field.fields, writeList)),
  );
  return written.join(' ');
}
