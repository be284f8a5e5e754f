import {
  getArgumentValues,
  isInputType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { fileOf, type Entries } from './entry.js';
import { inputShape } from './shape.js';
import type { Plan } from './statement.js';
import { Tiers } from './tiers.js';

/** How many plans one operation may have, by root fields and shapes of variables, before they are forgotten. */
const mostPlans = 64;

/** A variable of an operation; its type is absent where it is no type of input. */
interface Variable {
  readonly name: string;
  readonly type: GraphQLInputType | undefined;
}

/** What is known of an operation. */
interface Known {
  readonly plans: Map<string, Tiers>;
  readonly variables: readonly Variable[];
}

/**
 * The plans of the operations in use: made once for each shape of the variables, and forgotten with the document.
 * A node of the document would not do as a key: operations may share it in a fragment and ask for more beside it.
 */
export class Plans {
  constructor(
    /** The entries that some root fields begin with. */
    private readonly entries: Entries,
    /** Is told of every plan that is asked for whether it was there already. */
    private readonly onPlan: (isKnown: boolean) => void,
    /** How often a root field is interpreted before it has a statement of its own. */
    private readonly compileAfter: number,
  ) {}

  private readonly known = new WeakMap<OperationDefinitionNode, Known>();

  /** The plan of a root field. */
  of(info: GraphQLResolveInfo): Plan {
    const { plans, variables } = this.knownOf(info);
    const key = `${info.path.key} ${this.fileOf(info)} ${variablesShape(variables, info.variableValues)}`;
    const known = plans.get(key);
    this.onPlan(known !== undefined);
    if (known) return known.next(info);
    const tiers = new Tiers(this.entries, this.compileAfter);
    const plan = tiers.next(info);
    if (plans.size >= mostPlans) plans.clear();
    plans.set(key, tiers);
    return plan;
  }

  private knownOf({ operation, schema }: GraphQLResolveInfo): Known {
    const known = this.known.get(operation);
    if (known) return known;
    const made = { plans: new Map<string, Tiers>(), variables: variablesOf(operation, schema) };
    this.known.set(operation, made);
    return made;
  }

  // What chooses the file may be a plain value, such as a number, which the shape of variables leaves out.
  private fileOf({ parentType, fieldName, fieldNodes, variableValues }: GraphQLResolveInfo): string {
    const [entry, definition, [node]] = [this.entries.get(fieldName), parentType.getFields()[fieldName], fieldNodes];
    if (!entry || !definition || !node) return '';
    return fileOf(entry, () => getArgumentValues(definition, node, variableValues));
  }
}

function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode, schema: GraphQLSchema): Variable[] {
  return variableDefinitions.map(({ variable, type }) => {
    const input = typeFromAST(schema, type);
    return { name: variable.name.value, type: isInputType(input) ? input : undefined };
  });
}

// Which variables are given, and of those that shape the Cypher also the value: all that a plan depends on.
function variablesShape(variables: readonly Variable[], values: GraphQLResolveInfo['variableValues']): string {
  return variables.map(({ name, type }) => (type && inputShape(type, values[name])) || '-').join('|');
}
