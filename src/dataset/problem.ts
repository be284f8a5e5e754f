import { AtlasError } from '../errors.js';
import type { FieldPath, RecordSource } from './record.js';

/** One mistake in the data: where it is, what was expected there and what was found. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** The record's slug, id or place in its file; absent where the file as a whole is meant. */
  readonly record?: string;
  /** The field as a person writes its path: `citations[0].paragraph`. */
  readonly field?: string;
  readonly expected: string;
  readonly found: string;
}

/** A problem with one field of a record. */
export function problemAt(
  record: { readonly id: string; readonly source: RecordSource },
  path: FieldPath,
  expected: string,
  found: string,
): Problem {
  const { source } = record;
  const place = { file: source.file, line: source.lineOf(path), record: record.id };
  return { ...place, ...(path.length > 0 && { field: formatPath(path) }), expected, found };
}

/** A path as a person writes it: `citations[0].paragraph`. */
function formatPath(path: FieldPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

/** A problem on one line: `data/company.yaml:12: Company:openai: name: expected …, found …`. */
export function formatProblem({ file, line, record, field, expected, found }: Problem): string {
  return [`${file}:${line}`, record, field, `expected ${expected}, found ${found}`]
    .filter((part) => part !== undefined)
    .join(': ')
    .replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** Data files that are invalid; the message has a line for each of their problems. */
export class BadDataError extends AtlasError {
  /** What has to be corrected, sorted by file and line. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = problems.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line);
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const lines = sorted.map((problem) => `  ${formatProblem(problem)}`);
    super('BAD_DATA', [`The data have ${count}; correct and try again:`, ...lines].join('\n'));
    this.problems = sorted;
  }
}

/** A value as a message shows it, on one line and not too long. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
