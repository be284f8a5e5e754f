import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { RandomArgument, RandomArguments } from './random-arguments.js';

/** A field or fragment of a random query, before it is written down. */
export type RandomNode = RandomField | RandomFragment;

/** Whether a part of a query is asked for: always, or as a variable says. */
export type Condition = 'always' | 'include' | 'skip';

/** A field of a random query. */
export interface RandomField {
  readonly kind: 'field';
  readonly parent: string;
  readonly name: string;
  readonly args: readonly RandomArgument[];
  readonly condition: Condition;
  readonly children: readonly RandomNode[];
}

/** A fragment of a random query, written inline or named. */
export interface RandomFragment {
  readonly kind: 'fragment';
  readonly on: string;
  readonly named: boolean;
  readonly condition: Condition;
  readonly children: readonly RandomNode[];
}

/** What random queries may ask for. */
export interface Bounds {
  /** How many entities deep they are at most. */
  readonly maxDepth: 1 | 3;
  /** The fields of Query that are drawn; default: all that read entities and relations. */
  readonly roots?: readonly string[] | undefined;
  /** Fields that are not drawn below these. */
  readonly leftOut?: readonly string[];
}

/** Draws whole operations of one or two root fields. */
export function randomQuery(
  schema: GraphQLSchema,
  args: RandomArguments,
  { maxDepth, roots: names, leftOut = [] }: Bounds,
): Arbitrary<readonly RandomNode[]> {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema must have queries.');
  const roots = Object.values(query.getFields()).filter(
    (field) => isRead(field) && names?.includes(field.name) !== false,
  );
  const depths = [1, 2, 3].filter((depth) => depth <= maxDepth);
  const draw = new Draw(schema, args, ['groups', ...leftOut]);
  const drawn = roots.map((field) => fc.oneof(...depths.map((depth) => draw.field('Query', field, depth))));
  return fc.array(fc.oneof(...drawn), { minLength: 1, maxLength: 2 });
}

// The evaluator answers what reads entities and relations; walks and searches have tests of their own.
function isRead(field: GraphQLField<unknown, unknown>): boolean {
  if (['node', 'nodes', 'relations'].includes(field.name)) return true;
  const slug = field.args.length === 1 && field.args[0]?.name === 'slug';
  return slug || field.args.some(({ name }) => name === 'where');
}

class Draw {
  // One type is reached by many ways: without these, what can be drawn would not fit into memory.
  private readonly selections = new Map<string, Arbitrary<readonly RandomNode[]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly args: RandomArguments,
    private readonly leftOut: readonly string[],
  ) {}

  field(parent: string, field: GraphQLField<unknown, unknown>, depth: number): Arbitrary<RandomNode> {
    const type = getNamedType(field.type);
    const children = isCompositeType(type) ? this.selection(type, depth) : fc.constant([]);
    return fc
      .record({ args: this.args.of(field), condition, children })
      .map((drawn) => ({ kind: 'field', parent, name: field.name, ...drawn }));
  }

  private selection(type: GraphQLCompositeType, depth: number): Arbitrary<readonly RandomNode[]> {
    const key = `${type.name} ${depth}`;
    const selection = this.selections.get(key) ?? fc.array(this.item(type, depth), { minLength: 1, maxLength: 3 });
    this.selections.set(key, selection);
    return selection;
  }

  private item(type: GraphQLCompositeType, depth: number): Arbitrary<RandomNode> {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const open = fields.filter((field) => !this.leftOut.includes(field.name) && this.isOpen(field, depth));
    const drawn = open.map((field) => this.field(type.name, field, depth - this.cost(field)));
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const self = depth > 0 ? [this.fragment(type, depth - 1)] : [];
    const parts = depth > 0 ? possible.map((one) => this.fragment(one, depth - 1)) : [];
    const typename: RandomField = { ...typeName, parent: type.name };
    return fc.oneof(...drawn, ...self, ...parts, fc.constant(typename));
  }

  private fragment(type: GraphQLCompositeType, depth: number): Arbitrary<RandomNode> {
    return fc
      .record({ named: fc.boolean(), condition, children: this.selection(type, depth) })
      .map((drawn) => ({ kind: 'fragment', on: type.name, ...drawn }));
  }

  private isOpen(field: GraphQLField<unknown, unknown>, depth: number): boolean {
    return isLeafType(getNamedType(field.type)) || depth >= this.cost(field);
  }

  // Entities and relations make a query deep; connections, edges and the like do not.
  private cost(field: GraphQLField<unknown, unknown>): number {
    const type = getNamedType(field.type);
    return isLeafType(type) || /Connection$|Edge$|PageInfo$/.test(type.name) ? 0 : 1;
  }
}

const condition: Arbitrary<Condition> = fc.oneof(
  { arbitrary: fc.constant<Condition>('always'), weight: 8 },
  { arbitrary: fc.constantFrom<Condition>('include', 'skip'), weight: 1 },
);

const typeName: RandomField = {
  kind: 'field',
  parent: '',
  name: '__typename',
  args: [],
  condition: 'always',
  children: [],
};
