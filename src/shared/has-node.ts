import { BREAK, visit, type ASTNode } from 'graphql';

/** Whether an AST node contains a node of this kind. */
export function hasNode(part: ASTNode, kind: ASTNode['kind']): boolean {
  let found = false;
  const enter = (): typeof BREAK => {
    found = true;
    return BREAK;
  };
  visit(part, { [kind]: enter });
  return found;
}
