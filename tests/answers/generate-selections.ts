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
import { reorderArguments, type ArgumentGenerator } from './generate-arguments.js';
import {
  plainField,
  type ConditionDirective,
  type GeneratedField,
  type GeneratedFragment,
  type GeneratedNode,
} from './generated-nodes.js';
import { nodeTypeOf } from './evaluator/directives.js';

type Field = GraphQLField<unknown, unknown>;
type NodesArbitrary = Arbitrary<readonly GeneratedNode[]>;

/** The types of a connection, of its edges and of its nodes. */
interface ListTypes {
  readonly type: GraphQLObjectType;
  readonly edge: GraphQLObjectType;
  readonly nodeType: GraphQLObjectType | GraphQLInterfaceType;
}

/** Generates selection sets for the types of a schema. */
export class SelectionGenerator {
  // Shared, because the same type occurs on many paths: without the cache the arbitraries do not fit in memory.
  private readonly selections = new Map<string, NodesArbitrary>();
  private readonly conditions: Arbitrary<ConditionDirective[]>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly args: ArgumentGenerator,
    /** The names of fields that are never selected. */
    private readonly excludedFields: readonly string[],
  ) {
    const value = args.templateFor('if', GraphQLBoolean, 'none');
    const condition = fc.record({ directive: fc.constantFrom('skip' as const, 'include' as const), value });
    const directives = fc.uniqueArray(condition, {
      maxLength: 2,
      minLength: 1,
      selector: ({ directive }) => directive,
    });
    this.conditions = fc.oneof(
      { arbitrary: fc.constant<ConditionDirective[]>([]), weight: 8 },
      { arbitrary: directives, weight: 1 },
    );
  }

  /** Selects a field once or twice: with other arguments, with reordered arguments, or with equal aliases below. */
  selectField(parent: GraphQLCompositeType, field: Field, depth: number): NodesArbitrary {
    const single = this.createField(parent, field, depth);
    const pair = fc.tuple(single, single);
    const reorderedPair = pair.map(([first, second]) => [first, { ...second, args: reorderArguments(first.args) }]);
    const aliasedPair = pair.map(([first, second]) => [
      { ...aliasFirstChild(first), alias: 'd' },
      aliasFirstChild(second),
    ]);
    return fc.oneof(
      { arbitrary: single.map((field) => [field]), weight: 9 },
      ...[pair, reorderedPair, aliasedPair].map((arbitrary) => ({ arbitrary, weight: 1 })),
    );
  }

  /** Generates a selection set of a few fields and fragments. */
  selectionOf(type: GraphQLCompositeType, depth: number): NodesArbitrary {
    const key = `${type.name} ${depth}`;
    const selection = this.selections.get(key) ?? this.createSelection(type, depth);
    this.selections.set(key, selection);
    return selection;
  }

  /** Generates a fragment on the type `on` in a selection set of the type `parent`. */
  fragmentOn(parent: GraphQLCompositeType, on: GraphQLCompositeType, children: NodesArbitrary): NodesArbitrary {
    const form = fc.constantFrom<GeneratedFragment['form']>('inline', 'named', on === parent ? 'untyped' : 'inline');
    return fc
      .record({ form, conditions: this.conditions, children })
      .map((drawn) => [{ kind: 'fragment', on, ...drawn }]);
  }

  /** Selects `__typename`. */
  typenameField(parent: GraphQLCompositeType): NodesArbitrary {
    const typename = { kind: 'field', parent, name: '__typename', type: 'String!', args: [], children: [] } as const;
    return fc.record({ alias, conditions: this.conditions }).map((drawn) => [{ ...typename, ...drawn }]);
  }

  private createSelection(type: GraphQLCompositeType, depth: number): NodesArbitrary {
    const someNodes = fc
      .array(this.createItem(type, depth), { minLength: 1, maxLength: 3 })
      .map((groups) => groups.flat());
    const listTypes = this.listTypesOf(type);
    if (!listTypes) return someNodes;
    // The count and the ids of a page show which items a filter keeps, and their order.
    const page = fc.constant([
      plainField(listTypes.type, 'totalCount'),
      plainField(listTypes.type, 'nodes', [plainField(listTypes.nodeType, 'id')]),
    ]);
    const conflicting = depth > 0 ? [{ arbitrary: this.conflictingFields(listTypes, depth - 1), weight: 1 }] : [];
    return fc.oneof({ arbitrary: someNodes, weight: 4 }, { arbitrary: page, weight: 3 }, ...conflicting);
  }

  private createField(parent: GraphQLCompositeType, field: Field, depth: number): Arbitrary<GeneratedField> {
    const type = getNamedType(field.type);
    const children = isCompositeType(type) ? this.selectionOf(type, depth - this.levelsOf(field)) : fc.constant([]);
    return fc
      .record({ alias, args: this.args.argumentsOf(field), conditions: this.conditions, children })
      .map((drawn) => ({ kind: 'field', parent, name: field.name, type: field.type.toString(), ...drawn }));
  }

  // Fields with arguments are likelier. Those with `within` are likeliest: only there null differs from the default.
  private createItem(type: GraphQLCompositeType, depth: number): NodesArbitrary {
    const fields = this.selectableFields(type, depth).map((field) => {
      return {
        arbitrary: this.selectField(type, field, depth),
        weight: field.args.some(({ name }) => name === 'within') ? 12 : field.args.length > 0 ? 3 : 1,
      };
    });
    const possibleTypes = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const interfaces = isObjectType(type) ? type.getInterfaces() : [];
    const fragments =
      depth > 0
        ? [type, ...possibleTypes, ...interfaces].map((on) =>
            this.fragmentOn(type, on, this.selectionOf(on, depth - 1)),
          )
        : [];
    return fc.oneof(
      ...fields,
      ...[...fragments, this.typenameField(type)].map((arbitrary) => ({ arbitrary, weight: 1 })),
    );
  }

  // `nodes` and `edges { node }` together; both select the same field under the same alias with different arguments.
  private conflictingFields({ type, edge, nodeType }: ListTypes, depth: number): NodesArbitrary {
    const selectable = this.selectableFields(nodeType, depth).filter(({ args }) => args.length > 0);
    const pairs = selectable
      .map((field) => this.createField(nodeType, field, depth))
      .map((field) => fc.tuple(field, field));
    return fc.oneof(...pairs).map(([first, second]) => {
      const node = plainField(edge, 'node', [{ ...second, alias: first.alias }]);
      return [plainField(type, 'nodes', [first]), plainField(type, 'edges', [node])];
    });
  }

  private listTypesOf(type: GraphQLCompositeType): ListTypes | undefined {
    if (!isObjectType(type)) return undefined;
    const nodeType = this.schema.getType(nodeTypeOf(type) ?? '');
    const edge = getNamedType(type.getFields()['edges']?.type);
    const hasFields = isObjectType(nodeType) || isInterfaceType(nodeType);
    return hasFields && isObjectType(edge) ? { type, edge, nodeType } : undefined;
  }

  private selectableFields(type: GraphQLCompositeType, depth: number): Field[] {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    return fields.filter(
      (field) =>
        !this.excludedFields.includes(field.name) &&
        (isLeafType(getNamedType(field.type)) || depth >= this.levelsOf(field)),
    );
  }

  // Only entities and relations count as a level; connections, edges and the like do not.
  private levelsOf(field: Field): number {
    const type = getNamedType(field.type);
    return isLeafType(type) || /(Connection|Edge|PageInfo|Group)$/.test(type.name) ? 0 : 1;
  }
}

// The same field with an alias for the first field of its selection set.
function aliasFirstChild(field: GeneratedField): GeneratedField {
  const [first, ...others] = field.children;
  return first?.kind === 'field' ? { ...field, children: [{ ...first, alias: 'd' }, ...others] } : field;
}

const alias = fc.constantFrom(undefined, undefined, 'a', 'b', 'c');
