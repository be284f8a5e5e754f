import type Cypher from '@neo4j/cypher-builder';
import type { GraphQLSchema } from 'graphql';
import type { Model } from '../model/model.js';
import type { Parameters } from './parameters.js';
import type { Request, SelectedField, Selection } from './selection.js';
import type { Value } from './value.js';

/** The context that all parts of the compiler share while they build one statement. */
export interface Compilation {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  readonly request: Request;
  readonly parameters: Parameters;
  /** Adds to the number of fields and conditions of the statement; throws COST_LIMIT_EXCEEDED above the limit. */
  countParts(parts: number): void;
  /** Compiles an entity into a row of the fields that are selected on its type. */
  compileEntity(selection: Selection, node: Cypher.Variable): Value;
  /** Compiles a relation into a row of its selected fields. */
  compileRelation(fields: readonly SelectedField[], relationship: Cypher.Variable): Value;
}
