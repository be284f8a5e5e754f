import { valueFromASTUntyped } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Variables } from '../execute/executor.js';
import { fragmentsOf } from '../compile/selection.js';
import { countFields, type FieldCost } from './field-cost.js';

/**
 * The maximum cost of an operation: the fields of its response, multiplied by the page sizes, and the work of its
 * queries.
 */
export class OperationCost {
  private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  private cachedCost: number | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = fragmentsOf(document);
  }

  /** Returns the cost with these variables; throws an AtlasError if a filter or the operation is too large to count. */
  estimate(variables: Variables): number {
    if (this.cachedCost !== undefined) return this.cachedCost;
    const { rootFields, isConstant } = this.countRootFields(variables);
    const cost = rootFields.reduce((sum, field) => sum + field.cost, 0);
    if (isConstant) this.cachedCost = cost;
    return cost;
  }

  /** The path of nested fields with the highest cost, such as `tools > nodes (100)`. */
  costliestPath(variables: Variables): string {
    return formatCostliestPath(this.countRootFields(variables).rootFields);
  }

  private countRootFields(variables: Variables) {
    const { schema, fragments, operation } = this;
    const type = schema.getRootType(operation.operation);
    const values = { ...defaultsOf(operation), ...variables };
    const context = { schema, fragments, variables: values, fields: 0, isConstant: true };
    const parent = type && { type, listSize: 1, isRoot: true };
    const rootFields = parent ? countFields(context, parent, operation.selectionSet) : [];
    return { rootFields, isConstant: context.isConstant };
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
