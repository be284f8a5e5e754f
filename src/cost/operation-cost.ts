import { BREAK, Kind, valueFromASTUntyped, visit } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Variables } from '../execute/executor.js';
import { fragmentsOf } from '../compile/selection.js';
import { hasNode } from '../shared/has-node.js';
import { countFields, type FieldCost } from './field-cost.js';
import { sizingArguments } from './sizes.js';

/**
 * The maximum cost of an operation: the fields of its response, multiplied by the page sizes, and the work of its
 * queries.
 */
export class OperationCost {
  private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  private readonly isConstant: boolean;
  private constant: number | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = fragmentsOf(document);
    this.isConstant = !hasVariableSize(document);
  }

  /** Returns the cost with these variables; throws an AtlasError if a filter or the operation is too large to count. */
  of(variables: Variables): number {
    if (this.constant !== undefined) return this.constant;
    const cost = this.fields(variables).reduce((sum, field) => sum + field.cost, 0);
    if (this.isConstant) this.constant = cost;
    return cost;
  }

  /** The path of nested fields with the highest cost, such as `tools > nodes (100)`. */
  costliestPath(variables: Variables): string {
    return pathIn(this.fields(variables));
  }

  private fields(variables: Variables): readonly FieldCost[] {
    const { schema, fragments, operation } = this;
    const type = schema.getRootType(operation.operation);
    if (!type) return [];
    const values = { ...defaultsOf(operation), ...variables };
    const walk = { schema, fragments, variables: values, fields: 0 };
    return countFields(walk, { type, listSize: 1, isRoot: true }, operation.selectionSet);
  }
}

function pathIn(fields: readonly FieldCost[]): string {
  const [first] = fields.filter(({ children }) => children.length > 0).sort((a, b) => b.cost - a.cost);
  if (!first) return '';
  const own = first.size > 1 ? `${first.name} (${first.size})` : first.name;
  const rest = pathIn(first.children);
  return rest === '' ? own : `${own} > ${rest}`;
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return Object.fromEntries(defaults);
}

function hasVariableSize(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Argument: ({ name, value }) => {
      found ||= sizingArguments.has(name.value) && hasNode(value, Kind.VARIABLE);
      return found ? BREAK : undefined;
    },
  });
  return found;
}
