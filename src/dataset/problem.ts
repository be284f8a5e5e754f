import { AtlasError } from '../errors.js';
import type { FieldPath, RecordSource } from './record.js';

/** One error in the data: its location, the expectation and the finding. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** The record's id, or its position in the file if it has none; absent if the problem concerns the file. */
  readonly record?: string;
  /** The path of the field: `citations[0].paragraph`. */
  readonly field?: string;
  readonly expected: string;
  readonly found: string;
}

/** Creates a problem of one field of a record, or of the record if the path is empty. */
export function problemAt(
  record: { readonly id: string; readonly source: RecordSource },
  path: FieldPath,
  expected: string,
  found: string,
): Problem {
  const { source } = record;
  const location = { file: source.file, line: source.lineOf(path), record: record.id };
  return { ...location, ...(path.length > 0 && { field: formatPath(path) }), expected, found };
}

/** Formats a path: `citations[0].paragraph`. */
function formatPath(path: FieldPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

/** Formats a problem on one line: `data/company.yaml:12: Company:openai: name: expected …, found …`. */
export function formatProblem({ file, line, record, field, expected, found }: Problem): string {
  return [`${file}:${line}`, record, field, `expected ${expected}, found ${found}`]
    .filter((part) => part !== undefined)
    .join(': ')
    .replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** The error for invalid data files. Its message has one line for each problem. */
export class BadDataError extends AtlasError {
  /** The problems, sorted by file and line. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = problems.toSorted((a, b) => compareTexts(a.file, b.file) || a.line - b.line);
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const lines = sorted.map((problem) => `  ${formatProblem(problem)}`);
    super('BAD_DATA', [`The data have ${count}; correct and try again:`, ...lines].join('\n'));
    this.problems = sorted;
  }
}

/** Formats a value for a message as JSON on one line of at most 80 characters. */
export function formatValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
