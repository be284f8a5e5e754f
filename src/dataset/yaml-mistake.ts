import { visit, type Document } from 'yaml';
import type { Problem } from './problem.js';

/** What is wrong with a YAML file, and in which line. */
type Mistake = Pick<Problem, 'line' | 'expected' | 'found'>;

/** Finds the first mistake of a file, in the words of whoever made it where YAML's own would not lead there. */
export function findMistake(
  document: Document.Parsed,
  text: string,
  lineAt: (offset: number) => number,
): Mistake | undefined {
  const lines = text.split(/\r?\n/);
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7})( |$)/.test(line));
  if (conflict >= 0) {
    const found = `the conflict marker "${lines[conflict]?.slice(0, 60)}"`;
    return { line: conflict + 1, expected: 'one side of what git could not merge', found };
  }
  const [error] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (error === undefined) return findAlias(document, lineAt);
  const line = lineAt(error.pos[0]);
  const isTab = error.code === 'TAB_AS_INDENT' || /^[ -]*\t/.test(lines[line - 1] ?? '');
  if (isTab) return { line, expected: 'only spaces in front of what a line says', found: 'a tab' };
  const isTooDeep = error.code === 'RESOURCE_EXHAUSTION';
  return { line, expected: 'YAML', found: isTooDeep ? 'lists that lie too deep within each other' : error.message };
}

/** An alias may hold itself, or a few of them millions of values; and what it stands for has its line elsewhere. */
function findAlias(document: Document.Parsed, lineAt: (offset: number) => number): Mistake | undefined {
  let mistake: Mistake | undefined;
  visit(document, {
    Alias(_key, { source, range }) {
      const line = lineAt(range?.[0] ?? 0);
      mistake = { line, expected: 'each value written out where it belongs', found: `the alias *${source}` };
      return visit.BREAK;
    },
  });
  return mistake;
}
