import {
  getArgumentValues,
  isInputType,
  typeFromAST,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql';
import type { Entries } from './entry.js';
import { inputShape } from './shape.js';
import { compileRoot, type Plan } from './statement.js';

/** How many plans one operation may have, by root fields and shapes of variables, before they are forgotten. */
const mostPlans = 64;

/**
 * The plans of the operations in use: compiled once for each shape of the variables, and forgotten with the document.
 * A node of the document would not do as a key: operations may share it in a fragment and ask for more beside it.
 */
export class Plans {
  /** The entries that some root fields begin with. */
  constructor(private readonly entries: Entries) {}

  private readonly known = new WeakMap<OperationDefinitionNode, Map<string, Plan>>();

  /** The plan of a root field. */
  of(info: GraphQLResolveInfo): Plan {
    const plans = this.known.get(info.operation) ?? new Map<string, Plan>();
    const key = `${info.path.key} ${this.fileOf(info)} ${variablesShape(info)}`;
    const plan = plans.get(key) ?? compileRoot(info, this.entries);
    if (plans.size >= mostPlans) plans.clear();
    this.known.set(info.operation, plans.set(key, plan));
    return plan;
  }

  // What chooses the file may be a plain value, such as a number, which the shape of variables leaves out.
  private fileOf({ parentType, fieldName, fieldNodes, variableValues }: GraphQLResolveInfo): string {
    const [entry, definition, [node]] = [this.entries.get(fieldName), parentType.getFields()[fieldName], fieldNodes];
    return entry && definition && node ? entry.file(getArgumentValues(definition, node, variableValues)) : '';
  }
}

// Which variables are given, and of those that shape the Cypher also the value: all that a plan depends on.
function variablesShape({ operation, schema, variableValues }: GraphQLResolveInfo): string {
  const definitions = operation.variableDefinitions ?? [];
  return definitions
    .map(({ variable, type }) => {
      const input = typeFromAST(schema, type);
      return isInputType(input) ? inputShape(input, variableValues[variable.name.value]) || '-' : '-';
    })
    .join('|');
}
