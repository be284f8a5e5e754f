import { isInputType, typeFromAST, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import type { Entries } from './entry.js';
import { inputShape } from './shape.js';
import { compileRoot, type Plan } from './statement.js';

/** How many shapes of variables one root field of one document may have before its plans are forgotten. */
const maximumShapes = 64;

/** The plans of the documents in use: compiled once for each shape of the variables, and forgotten with the document. */
export class Plans {
  /** The entries that some root fields begin with. */
  constructor(private readonly entries: Entries) {}

  private readonly known = new WeakMap<FieldNode, Map<string, Plan>>();

  /** The plan of a root field. */
  of(info: GraphQLResolveInfo): Plan {
    const [node] = info.fieldNodes;
    if (!node) throw new TypeError(`A root field must have a node in its document; found none for ${info.fieldName}.`);
    const shapes = this.known.get(node) ?? new Map<string, Plan>();
    const shape = variablesShape(info);
    const plan = shapes.get(shape) ?? compileRoot(info, this.entries);
    if (shapes.size >= maximumShapes) shapes.clear();
    this.known.set(node, shapes.set(shape, plan));
    return plan;
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
