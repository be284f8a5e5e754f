import { BREAK, visit, type ASTNode } from 'graphql';

/** Whether an AST node contains a node of this kind. */
export function hasNode(part: ASTNode, kind: ASTNode['kind']): boolean {
  let isFound = false;
  const enter = (): typeof BREAK => {
    isFound = true;
    return BREAK;
  };
  visit(part, { [kind]: enter });
  return isFound;
}
