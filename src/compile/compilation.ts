import type Cypher from '@neo4j/cypher-builder';
import type { GraphQLSchema } from 'graphql';
import type { Model } from '../model/model.js';
import type { Parameters } from './parameters.js';
import type { Request, SelectedField, Selection } from './selection.js';
import type { Value } from './value.js';

/** What the parts of the compiler share while one statement is built. */
export interface Compilation {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  readonly request: Request;
  readonly parameters: Parameters;
  /** Counts fields or conditions of the statement; throws COST_LIMIT_EXCEEDED where there are too many. */
  count(parts: number): void;
  /** The row of an entity: what is selected of its type. */
  entity(selection: Selection, node: Cypher.Variable): Value;
  /** The row of a relation. */
  relation(fields: readonly SelectedField[], relationship: Cypher.Variable): Value;
}
