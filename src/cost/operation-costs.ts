import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { costOf, type CostNode, type Variables } from './cost-node.js';
import { costTree } from './cost-tree.js';

/** What operations cost, each one's tree built once for as long as its document is kept. */
export class OperationCosts {
  private readonly trees = new WeakMap<OperationDefinitionNode, readonly CostNode[]>();

  constructor(
    private readonly schema: GraphQLSchema,
    /** How much an operation may cost. */
    readonly limit: number,
  ) {}

  /** An operation's costs, field by field. */
  treeOf(document: DocumentNode, operation: OperationDefinitionNode): readonly CostNode[] {
    const known = this.trees.get(operation);
    if (known) return known;
    const tree = costTree(this.schema, document, operation);
    this.trees.set(operation, tree);
    return tree;
  }

  /** How much an operation costs with these variables. */
  of(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    return costOf(this.treeOf(document, operation), variables);
  }
}
