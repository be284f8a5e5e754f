import { buildBetweenStatement } from '../../src/graph/between-statement.js';
import { buildNeighborhoodStatement } from '../../src/graph/neighborhood-statement.js';
import { buildPathStatement } from '../../src/path/path-statement.js';

/** All statements that the builders generate from arguments, without the selection that is appended to them. */
export function builtStatements(): { readonly name: string; readonly text: string }[] {
  const walks = (['OUT', 'IN', 'ANY'] as const).flatMap((direction) =>
    [false, true].flatMap((isTyped) =>
      [6, 10].flatMap((maxLength) =>
        [false, true].map((isSeveral) => ({
          name: `path/${direction}${isTyped ? ' by types' : ''}, ${isSeveral ? 'several' : 'one'} up to ${maxLength}`,
          text: buildPathStatement({ direction, isRestrictedByType: isTyped, maxLength }, isSeveral),
        })),
      ),
    ),
  );
  const neighborhoods = [0, 1, 2, 3, 4].map((depth) => ({
    name: `graph/neighborhood of depth ${depth}`,
    text: buildNeighborhoodStatement(depth),
  }));
  return [...walks, ...neighborhoods, { name: 'graph/between', text: buildBetweenStatement() }];
}
