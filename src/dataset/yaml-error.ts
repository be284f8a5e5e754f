import { visit, type Document } from 'yaml';
import type { Problem } from './problem.js';

/** An error in a YAML file and its line. */
type YamlError = Pick<Problem, 'line' | 'expected' | 'found'>;

/** Finds the first error in a file. Describes common errors more clearly than the YAML parser does. */
export function findYamlError(
  document: Document.Parsed,
  text: string,
  lineAt: (offset: number) => number,
): YamlError | undefined {
  const lines = text.split(/\r?\n/);
  const conflictIndex = lines.findIndex((line) => /^(<{7}|={7}|>{7})( |$)/.test(line));
  if (conflictIndex >= 0) {
    const found = `the conflict marker "${lines[conflictIndex]?.slice(0, 60)}"`;
    return { line: conflictIndex + 1, expected: 'no unresolved merge conflict', found };
  }
  const [error] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (error === undefined) return findAliasError(document, lineAt);
  const line = lineAt(error.pos[0]);
  const isTab = error.code === 'TAB_AS_INDENT' || /^[ -]*\t/.test(lines[line - 1] ?? '');
  if (isTab) return { line, expected: 'indentation with spaces only', found: 'a tab' };
  const isTooDeep = error.code === 'RESOURCE_EXHAUSTION';
  return { line, expected: 'YAML', found: isTooDeep ? 'values that are nested too deeply' : error.message };
}

/** Rejects aliases: they may be cyclic or expand to millions of values, and their values have no line of their own. */
function findAliasError(document: Document.Parsed, lineAt: (offset: number) => number): YamlError | undefined {
  let aliasError: YamlError | undefined;
  visit(document, {
    Alias(_key, { source, range }) {
      const line = lineAt(range?.[0] ?? 0);
      aliasError = { line, expected: 'no alias, but the value itself', found: `the alias *${source}` };
      return visit.BREAK;
    },
  });
  return aliasError;
}
