import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { Problem } from './problem.js';
import type { FieldPath, RecordSource } from './record.js';
import { findYamlError } from './yaml-error.js';
import { errorCode, errorMessage } from '../shared/caught-error.js';

/** A parsed YAML file with the line of every value in it. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Empty, or only the first error: later errors are usually its consequences. */
  readonly problems: readonly Problem[];
  /** The source location of the value at a path. */
  sourceAt(path: FieldPath): RecordSource;
}

/** Reads a YAML file; `file` is its name in messages. */
export async function readYamlFile(path: string, file: string): Promise<YamlFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return toInvalidFile({ file, line: 1, expected: 'a YAML file in UTF-8', found: describeReadError(error) });
  }
  if (!isUtf8(bytes))
    return toInvalidFile({ file, line: lineOfInvalidBytes(bytes), expected: 'UTF-8', found: 'invalid bytes' });
  return parseYaml(new TextDecoder().decode(bytes), file);
}

/** Parses the text of a YAML file. */
function parseYaml(text: string, file: string): YamlFile {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, lineCounter.linePos(offset).line);
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false });
    const yamlError = findYamlError(document, text, lineAt);
    if (yamlError !== undefined) return toInvalidFile({ file, ...yamlError });
    const sourceAt = (base: FieldPath): RecordSource => ({
      file,
      lineOf: (path) => lineAt(offsetOf(document, [...base, ...path])),
    });
    return { file, value: document.toJS(), problems: [], sourceAt };
  } catch (error) {
    return toInvalidFile({ file, line: 1, expected: 'YAML', found: errorMessage(error) });
  }
}

function offsetOf(document: Document.Parsed, path: FieldPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function toInvalidFile(problem: Problem): YamlFile {
  const source: RecordSource = { file: problem.file, lineOf: () => problem.line };
  return { file: problem.file, value: undefined, problems: [problem], sourceAt: () => source };
}

// Splitting bytes at line feeds is safe: no multi-byte UTF-8 character contains one.
function lineOfInvalidBytes(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;
}

const readErrorReasons: Readonly<Record<string, string>> = {
  ENOENT: 'no file of this name',
  EISDIR: 'a directory',
  EACCES: 'a file that this user may not read',
};

function describeReadError(error: unknown): string {
  return readErrorReasons[errorCode(error) ?? ''] ?? errorMessage(error);
}
