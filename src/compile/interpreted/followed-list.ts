import { getNamedType, isNonNullType } from 'graphql';
import { readingOfListPage } from '../finished-page.js';
import { given, pageSize } from '../page.js';
import type { ArgumentsOf } from '../parameters.js';
import { isList, readingOfList, readingOfWhole, type Reading } from '../reading.js';
import { fieldsOf, type SelectedField, type Selection } from '../selection.js';
import type { FieldSource, Relationship } from '../source.js';
import { wordingOf } from '../wording.js';
import type { Described, Description } from './description.js';

/** What a statement is told of a list that it interprets: which relation to follow, and how many rows of what. */
interface ListDescription extends Description {
  readonly type: string;
  /** Whether the relation is followed from its start to its end; null for either way. */
  readonly out: boolean | null;
  readonly label: string;
  readonly first: bigint;
}

/** A list, or the one entity, that a relation leads to. */
export interface Followed extends Pick<Described, 'depth' | 'rows'> {
  readonly slot: string;
  readonly reading: Reading;
  describe(argsOf: ArgumentsOf): ListDescription;
}

/** The rows of a list: the label of their nodes, and what is selected of each. */
export interface Rows {
  readonly label: string;
  readonly row: Described;
}

type RowsOf = (selection: Selection) => Rows | undefined;

/** Describes a list; undefined where it is asked for more than the rows of its first page. */
export function followedList(field: SelectedField, source: FieldSource, rowsOf: RowsOf): Followed | undefined {
  if (source.kind === 'single') return singleRow(field, source.relationship, rowsOf(field.selection));
  if (source.kind !== 'connection' || !isFirstPage(field, source.relationship)) return undefined;
  const fields = fieldsOf(field.selection);
  const [nodes] = fields;
  if (nodes?.name !== 'nodes' || fields.length > 1) return undefined;
  return firstPage(field, source.relationship, rowsOf(field.nodes));
}

function firstPage(field: SelectedField, relationship: Relationship, rows?: Rows): Followed | undefined {
  if (!rows) return undefined;
  const wording = wordingOf(fieldsOf(field.selection), getNamedType(field.definition.type).name);
  const reading = readingOfListPage(readingOfWhole(readingOfList(rows.row)), wording);
  return follow(field, relationship, rows, { reading, sizeOf: pageSize });
}

function singleRow(field: SelectedField, relationship: Relationship, rows?: Rows): Followed | undefined {
  if (!rows) return undefined;
  const { read, isVerbatim = false } = rows.row;
  const reading: Reading = {
    read: (packed) => (isList(packed) ? read(packed[0] ?? null) : null),
    isVerbatim: isVerbatim && !isNonNullType(field.definition.type),
  };
  return follow(field, relationship, rows, { reading, sizeOf: () => 1 });
}

interface Page {
  readonly reading: Reading;
  sizeOf(args: Readonly<Record<string, unknown>>): number;
}

function follow(field: SelectedField, { type, direction }: Relationship, { label, row }: Rows, page: Page): Followed {
  const out = direction === 'ANY' ? null : direction === 'OUT';
  const size = (argsOf: ArgumentsOf): number => page.sizeOf(argsOf(field));
  return {
    slot: field.slot,
    reading: page.reading,
    depth: row.depth + 1,
    describe: (argsOf) => ({ type, out, label, first: BigInt(size(argsOf)), ...row.describe(argsOf) }),
    rows: (argsOf) => size(argsOf) * row.rows(argsOf),
  };
}

// Neither filtered nor sorted nor gone on from a cursor, and without the parts of the entity.
function isFirstPage({ args }: SelectedField, { through }: Relationship): boolean {
  if (through !== undefined && args['within'] === true) return false;
  return Object.entries(args).every(([name, value]) => name === 'first' || name === 'within' || saysNothing(value));
}

function saysNothing(value: unknown): boolean {
  if (!given(value)) return true;
  return typeof value === 'object' && Object.values(value ?? {}).every(saysNothing);
}
