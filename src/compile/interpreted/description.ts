import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { ArgumentsOf } from '../parameters.js';
import { asItIs, readingOfRow, type Reading, type Wording } from '../reading.js';
import type { SelectedField, Selection } from '../selection.js';
import { fieldSource, type FieldSource } from '../source.js';
import { readingOfLeaf, wordingOf } from '../wording.js';
import { followedList, type Followed, type Rows } from './followed-list.js';
import { readingOfPacked, readingOfText } from './packed.js';

/** What a statement is told of a row that it interprets. */
export interface Description {
  /** The properties to read, for each value one or, for a text in two languages, two. */
  readonly leaves: readonly (readonly string[])[];
  readonly lists: readonly object[];
}

/** A selection that a statement can be told of by a parameter, and how the row is read that it gives. */
export interface Described extends Reading {
  /** How many lists lie within each other. */
  readonly depth: number;
  /** What the statement is told, given the arguments of each field. */
  describe(argsOf: ArgumentsOf): Description;
  /** How many rows that may come to. */
  rows(argsOf: ArgumentsOf): number;
}

/** What is selected of a row: of which type, how it is worded, and whether its type must be found out by its id. */
export interface SelectedRow {
  readonly type: GraphQLObjectType;
  readonly fields: readonly SelectedField[];
  readonly wording: Wording | undefined;
  readonly isMixed: boolean;
}

/** The most lists within each other that a statement interprets: each makes it longer, and so dearer to plan. */
const deepest = 3;

interface Leaf {
  readonly slot: string;
  readonly keys: readonly string[];
  readonly reading: Reading;
}

/** Describes what is selected of a row; undefined where it asks for more than stored values and first pages of lists. */
export function describeRow(
  schema: GraphQLSchema,
  { type, fields, wording, isMixed }: SelectedRow,
): Described | undefined {
  const leaves: Leaf[] = isMixed && !fields.some(({ slot }) => slot === hiddenId.slot) ? [hiddenId] : [];
  const lists: Followed[] = [];
  for (const field of fields) {
    const source = fieldSource(schema, type, field.definition);
    const leaf = leafOf(field, source);
    const list = leaf ? undefined : followedList(field, source, (selection) => rowsOf(schema, selection));
    if (leaf) leaves.push(leaf);
    else if (list) lists.push(list);
    else return undefined;
  }
  const depth = Math.max(0, ...lists.map((list) => list.depth));
  if (depth > deepest || leaves.length + lists.length === 0) return undefined;
  return {
    ...readingOfPacked(readingOfRow(bySlot([...leaves, ...lists]), wording)),
    depth,
    describe: (argsOf) => ({
      leaves: leaves.map(({ keys }) => keys),
      lists: lists.map((list) => list.describe(argsOf)),
    }),
    rows: (argsOf) => lists.reduce((sum, list) => sum + list.rows(argsOf), 1),
  };
}

const hiddenId: Leaf = { slot: 'id', keys: ['id'], reading: readingOfText(false, { read: asItIs }) };

function bySlot(values: readonly (Leaf | Followed)[]): Record<string, Reading> {
  return Object.fromEntries(values.map(({ slot, reading }) => [slot, reading]));
}

function leafOf(field: SelectedField, source: FieldSource): Leaf | undefined {
  if (source.kind !== 'property' && source.kind !== 'localized') return undefined;
  const { property } = source;
  const keys = source.kind === 'localized' ? [property, `${property}Zh`] : [property];
  return { slot: field.slot, keys, reading: readingOfText(field.isLocalized, readingOfLeaf(field)) };
}

function rowsOf(schema: GraphQLSchema, selection: Selection): Rows | undefined {
  const [only, ...others] = selection;
  if (!only || others.length > 0) return undefined;
  const [name, fields] = only;
  const type = schema.getType(name);
  if (!isObjectType(type)) return undefined;
  const row = describeRow(schema, { type, fields, wording: wordingOf(fields, type.name), isMixed: false });
  return row && { label: type.name, row };
}
