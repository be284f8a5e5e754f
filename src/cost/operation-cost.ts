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
  private readonly hasConstantCost: boolean;
  private cachedCost: number | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = fragmentsOf(document);
    this.hasConstantCost = !hasVariableSize(document);
  }

  /** Returns the cost with these variables; throws an AtlasError if a filter or the operation is too large to count. */
  estimate(variables: Variables): number {
    if (this.cachedCost !== undefined) return this.cachedCost;
    const cost = this.countRootFields(variables).reduce((sum, field) => sum + field.cost, 0);
    if (this.hasConstantCost) this.cachedCost = cost;
    return cost;
  }

  /** The path of nested fields with the highest cost, such as `tools > nodes (100)`. */
  costliestPath(variables: Variables): string {
    return formatCostliestPath(this.countRootFields(variables));
  }

  private countRootFields(variables: Variables): readonly FieldCost[] {
    const { schema, fragments, operation } = this;
    const type = schema.getRootType(operation.operation);
    if (!type) return [];
    const values = { ...defaultsOf(operation), ...variables };
    const context = { schema, fragments, variables: values, fields: 0 };
    return countFields(context, { type, listSize: 1, isRoot: true }, operation.selectionSet);
  }
}

function formatCostliestPath(fields: readonly FieldCost[]): string {
  const [first] = fields.filter(({ children }) => children.length > 0).sort((a, b) => b.cost - a.cost);
  if (!first) return '';
  const label = first.size > 1 ? `${first.name} (${first.size})` : first.name;
  const childPath = formatCostliestPath(first.children);
  return childPath === '' ? label : `${label} > ${childPath}`;
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return Object.fromEntries(defaults);
}

function hasVariableSize(document: DocumentNode): boolean {
  let hasVariable = false;
  visit(document, {
    Argument: ({ name, value }) => {
      hasVariable ||= sizingArguments.has(name.value) && hasNode(value, Kind.VARIABLE);
      return hasVariable ? BREAK : undefined;
    },
  });
  return hasVariable;
}
