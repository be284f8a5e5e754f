import { BREAK, visit, type ASTNode } from 'graphql';

/** Whether a node of this kind stands anywhere in a part of a document. */
export function hasNode(part: ASTNode, kind: ASTNode['kind']): boolean {
  let found = false;
  const enter = (): typeof BREAK => {
    found = true;
    return BREAK;
  };
  visit(part, { [kind]: enter });
  return found;
}
