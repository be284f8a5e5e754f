import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  GraphQLBoolean,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { reordered, type ArgumentDraws } from './draw-arguments.js';
import { plainField, type Condition, type DrawnField, type DrawnFragment, type DrawnNode } from './drawn-nodes.js';
import { listedType } from './evaluator/directives.js';

type Field = GraphQLField<unknown, unknown>;
type Nodes = Arbitrary<readonly DrawnNode[]>;

/** The types of a connection, of its edges and of its nodes. */
interface ListTypes {
  readonly type: GraphQLObjectType;
  readonly edge: GraphQLObjectType;
  readonly listed: GraphQLObjectType | GraphQLInterfaceType;
}

/** Generates selection sets for the types of a schema. */
export class SelectionDraws {
  // Shared, because the same type occurs on many paths: without the cache the arbitraries do not fit in memory.
  private readonly selections = new Map<string, Nodes>();
  private readonly conditions: Arbitrary<Condition[]>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly args: ArgumentDraws,
    /** The names of fields that are never selected. */
    private readonly leftOut: readonly string[],
  ) {
    const value = args.template('if', GraphQLBoolean, 'none');
    const condition = fc.record({ directive: fc.constantFrom('skip' as const, 'include' as const), value });
    const both = fc.uniqueArray(condition, { maxLength: 2, minLength: 1, selector: ({ directive }) => directive });
    this.conditions = fc.oneof({ arbitrary: fc.constant<Condition[]>([]), weight: 8 }, { arbitrary: both, weight: 1 });
  }

  /** Selects a field once or twice: with other arguments, with reordered arguments, or with equal aliases below. */
  fields(parent: GraphQLCompositeType, field: Field, depth: number): Nodes {
    const one = this.createField(parent, field, depth);
    const two = fc.tuple(one, one);
    const alike = two.map(([first, second]) => [first, { ...second, args: reordered(first.args) }]);
    const inside = two.map(([first, second]) => [{ ...namedInside(first), alias: 'd' }, namedInside(second)]);
    return fc.oneof(
      { arbitrary: one.map((drawn) => [drawn]), weight: 9 },
      ...[two, alike, inside].map((arbitrary) => ({ arbitrary, weight: 1 })),
    );
  }

  /** Generates a selection set of a few fields and fragments. */
  selection(type: GraphQLCompositeType, depth: number): Nodes {
    const key = `${type.name} ${depth}`;
    const known = this.selections.get(key) ?? this.newSelection(type, depth);
    this.selections.set(key, known);
    return known;
  }

  /** Generates a fragment on the type `on` in a selection set of the type `parent`. */
  fragment(parent: GraphQLCompositeType, on: GraphQLCompositeType, children: Nodes): Nodes {
    const form = fc.constantFrom<DrawnFragment['form']>('inline', 'named', on === parent ? 'untyped' : 'inline');
    return fc
      .record({ form, conditions: this.conditions, children })
      .map((drawn) => [{ kind: 'fragment', on, ...drawn }]);
  }

  /** Selects `__typename`. */
  typename(parent: GraphQLCompositeType): Nodes {
    const plain = { kind: 'field', parent, name: '__typename', type: 'String!', args: [], children: [] } as const;
    return fc.record({ alias, conditions: this.conditions }).map((drawn) => [{ ...plain, ...drawn }]);
  }

  private newSelection(type: GraphQLCompositeType, depth: number): Nodes {
    const items = fc.array(this.item(type, depth), { minLength: 1, maxLength: 3 }).map((some) => some.flat());
    const list = this.listOf(type);
    if (!list) return items;
    // The count and the ids of a page show which items a filter keeps, and their order.
    const page = fc.constant([
      plainField(list.type, 'totalCount'),
      plainField(list.type, 'nodes', [plainField(list.listed, 'id')]),
    ]);
    const twins = depth > 0 ? [{ arbitrary: this.twins(list, depth - 1), weight: 1 }] : [];
    return fc.oneof({ arbitrary: items, weight: 4 }, { arbitrary: page, weight: 3 }, ...twins);
  }

  private createField(parent: GraphQLCompositeType, field: Field, depth: number): Arbitrary<DrawnField> {
    const type = getNamedType(field.type);
    const children = isCompositeType(type) ? this.selection(type, depth - this.cost(field)) : fc.constant([]);
    return fc
      .record({ alias, args: this.args.of(field), conditions: this.conditions, children })
      .map((drawn) => ({ kind: 'field', parent, name: field.name, type: field.type.toString(), ...drawn }));
  }

  // Fields with arguments are likelier. Those with `within` are likeliest: only there null differs from the default.
  private item(type: GraphQLCompositeType, depth: number): Nodes {
    const fields = this.openFields(type, depth).map((field) => {
      return {
        arbitrary: this.fields(type, field, depth),
        weight: field.args.some(({ name }) => name === 'within') ? 12 : field.args.length > 0 ? 3 : 1,
      };
    });
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const wider = isObjectType(type) ? type.getInterfaces() : [];
    const others =
      depth > 0
        ? [type, ...possible, ...wider].map((on) => this.fragment(type, on, this.selection(on, depth - 1)))
        : [];
    return fc.oneof(...fields, ...[...others, this.typename(type)].map((arbitrary) => ({ arbitrary, weight: 1 })));
  }

  // `nodes` and `edges { node }` together; both select the same field under the same alias with different arguments.
  private twins({ type, edge, listed }: ListTypes, depth: number): Nodes {
    const open = this.openFields(listed, depth).filter(({ args }) => args.length > 0);
    const drawn = open.map((field) => this.createField(listed, field, depth)).map((one) => fc.tuple(one, one));
    return fc.oneof(...drawn).map(([one, other]) => {
      const node = plainField(edge, 'node', [{ ...other, alias: one.alias }]);
      return [plainField(type, 'nodes', [one]), plainField(type, 'edges', [node])];
    });
  }

  private listOf(type: GraphQLCompositeType): ListTypes | undefined {
    if (!isObjectType(type)) return undefined;
    const listed = this.schema.getType(listedType(type) ?? '');
    const edge = getNamedType(type.getFields()['edges']?.type);
    const isListed = isObjectType(listed) || isInterfaceType(listed);
    return isListed && isObjectType(edge) ? { type, edge, listed } : undefined;
  }

  private openFields(type: GraphQLCompositeType, depth: number): Field[] {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    return fields.filter(
      (field) =>
        !this.leftOut.includes(field.name) && (isLeafType(getNamedType(field.type)) || depth >= this.cost(field)),
    );
  }

  // Only entities and relations count as a level; connections, edges and the like do not.
  private cost(field: Field): number {
    const type = getNamedType(field.type);
    return isLeafType(type) || /(Connection|Edge|PageInfo|Group)$/.test(type.name) ? 0 : 1;
  }
}

// The same field with an alias for the first field of its selection set.
function namedInside(field: DrawnField): DrawnField {
  const [first, ...others] = field.children;
  return first?.kind === 'field' ? { ...field, children: [{ ...first, alias: 'd' }, ...others] } : field;
}

const alias = fc.constantFrom(undefined, undefined, 'a', 'b', 'c');
