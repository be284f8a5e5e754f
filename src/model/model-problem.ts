import type { ASTNode } from 'graphql';
import { AtlasError } from '../errors.js';

/** A problem in a model file. */
export interface ModelProblem {
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** The definition: `Company`, `Company.tools` or `RelationType.DEVELOPS`; absent for the file as a whole. */
  readonly path?: string;
  readonly expected: string;
  readonly found: string;
}

/** Thrown for invalid model files; the message has one line per problem. */
export class BadModelError extends AtlasError {
  constructor(readonly problems: readonly ModelProblem[]) {
    const sorted = problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    const lines = [...new Set(sorted.map((problem) => `  ${formatModelProblem(problem)}`))];
    const count = lines.length === 1 ? 'one problem' : `${lines.length} problems`;
    super('BAD_MODEL', [`The model has ${count}; correct and try again:`, ...lines].join('\n'));
  }
}

/** Creates a problem at a syntax node of a model file. */
export function problemAt(node: ASTNode | undefined, path: string, expected: string, found: string): ModelProblem {
  // A description precedes the name, but the message points to the name.
  const { loc } = (node && 'name' in node ? node.name : undefined) ?? node ?? {};
  return { file: loc?.source.name ?? 'schema', line: loc?.startToken.line ?? 1, path, expected, found };
}

function formatModelProblem({ file, line, path, expected, found }: ModelProblem): string {
  const parts = [`${file}:${line}`, path, `expected ${expected}, found ${found}`];
  return parts.filter((part) => part !== undefined).join(': ');
}
