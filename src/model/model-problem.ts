import type { ASTNode } from 'graphql';
import { AtlasError } from '../errors.js';

/** One mistake in a model file. */
export interface ModelProblem {
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** What it is about: `Company`, `Company.tools` or `RelationType.DEVELOPS`; absent where the file as a whole is meant. */
  readonly place?: string;
  readonly expected: string;
  readonly found: string;
}

/** Model files that are invalid; the message has a line for each of their problems. */
export class BadModelError extends AtlasError {
  constructor(readonly problems: readonly ModelProblem[]) {
    const sorted = problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    const lines = [...new Set(sorted.map((problem) => `  ${formatModelProblem(problem)}`))];
    const count = lines.length === 1 ? 'one problem' : `${lines.length} problems`;
    super('BAD_MODEL', [`The model has ${count}; correct and try again:`, ...lines].join('\n'));
  }
}

/** A problem with a node of a model file. */
export function problemAt(node: ASTNode | undefined, place: string, expected: string, found: string): ModelProblem {
  // A description stands before the name, but the name is what a reader looks for.
  const { loc } = (node && 'name' in node ? node.name : undefined) ?? node ?? {};
  return { file: loc?.source.name ?? 'schema', line: loc?.startToken.line ?? 1, place, expected, found };
}

function formatModelProblem({ file, line, place, expected, found }: ModelProblem): string {
  const parts = [`${file}:${line}`, place, `expected ${expected}, found ${found}`];
  return parts.filter((part) => part !== undefined).join(': ');
}
