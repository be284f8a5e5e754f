import { betweenStatement } from '../../src/graph/between-statement.js';
import { neighborhoodStatement } from '../../src/graph/neighborhood-statement.js';
import { walkStatement } from '../../src/path/walk-statement.js';

/** All statements that the builders generate from arguments, without the selection that is appended to them. */
export function writtenStatements(): { readonly name: string; readonly text: string }[] {
  const walks = (['OUT', 'IN', 'ANY'] as const).flatMap((direction) =>
    [false, true].flatMap((isTyped) =>
      [6, 10].flatMap((maxLength) =>
        [false, true].map((isSeveral) => ({
          name: `path/${direction}${isTyped ? ' by types' : ''}, ${isSeveral ? 'several' : 'one'} up to ${maxLength}`,
          text: walkStatement({ direction, isTyped, maxLength }, isSeveral),
        })),
      ),
    ),
  );
  const neighborhoods = [0, 1, 2, 3, 4].map((depth) => ({
    name: `graph/neighborhood of depth ${depth}`,
    text: neighborhoodStatement(depth),
  }));
  return [...walks, ...neighborhoods, { name: 'graph/between', text: betweenStatement() }];
}
