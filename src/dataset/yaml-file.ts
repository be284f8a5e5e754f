import { readFile } from 'node:fs/promises';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { Problem } from './problem.js';
import type { FieldPath, RecordSource } from './record.js';

/** A YAML file's value, with the line of every part of it; problems where it is not YAML. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The place of the part of the file that the path leads to. */
  sourceAt(path: FieldPath): RecordSource;
}

/** Reads a YAML file; `file` is the name that messages call it by. */
export async function readYamlFile(path: string, file: string): Promise<YamlFile> {
  try {
    return parseYaml(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)), file);
  } catch (error) {
    return noYaml(file, isMissing(error) ? 'nothing of this name' : messageOf(error));
  }
}

/** Parses the text of a YAML file. */
function parseYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    expected: 'YAML',
    found: error.message,
  }));
  const sourceAt = (base: FieldPath): RecordSource => ({
    file,
    lineOf: (path) => lineAt(offsetOf(document, [...base, ...path])),
  });
  return { file, value: problems.length > 0 ? undefined : valueOf(document, problems, file), problems, sourceAt };
}

function valueOf(document: Document.Parsed, problems: Problem[], file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    problems.push({ file, line: 1, expected: 'YAML', found: messageOf(error) });
    return undefined;
  }
}

function offsetOf(document: Document.Parsed, path: FieldPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function noYaml(file: string, found: string): YamlFile {
  const source: RecordSource = { file, lineOf: () => 1 };
  return {
    file,
    value: undefined,
    problems: [{ file, line: 1, expected: 'a YAML file in UTF-8', found }],
    sourceAt: () => source,
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
