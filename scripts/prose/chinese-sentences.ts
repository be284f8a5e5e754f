import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml';

/** A Chinese sentence of a file. */
export interface Sentence {
  /** The line it starts on, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** Finds the Chinese sentences of a file, by its type; names and titles in data files are not sentences. */
export function chineseSentences(path: string, content: string): Sentence[] {
  if (path.endsWith('.yaml')) return yamlSentences(content);
  if (path.endsWith('.md')) return proseLines(content);
  const pattern = path.endsWith('.graphql')
    ? /\bzh\w*: "([^"]*)"|^# zh: (.*)$/gm
    : /'([^'\n]*\p{Script=Han}[^'\n]*)'/gu;
  return [...content.matchAll(pattern)].map(({ 1: value, 2: title, index }) => ({
    line: lineAt(content, index),
    text: value ?? title ?? '',
  }));
}

function yamlSentences(content: string): Sentence[] {
  const sentences: Sentence[] = [];
  visit(parseDocument(content), {
    Pair: (_, { key, value }, path) => {
      if (!isScalar(key) || key.value !== 'zh' || !isScalar(value)) return;
      const owner = path.findLast((node) => isPair(node) && isMap(node.value));
      if (isPair(owner) && isScalar(owner.key) && ['name', 'title'].includes(String(owner.key.value))) return;
      sentences.push({ line: lineAt(content, value.range?.[0] ?? 0), text: String(value.value) });
    },
  });
  return sentences;
}

function proseLines(content: string): Sentence[] {
  let isCode = false;
  return content.split('\n').flatMap((text, index) => {
    if (text.startsWith('```')) isCode = !isCode;
    return isCode ? [] : [{ line: index + 1, text: text.replaceAll(/`[^`]*`|\]\([^)]*\)/g, '') }];
  });
}

function lineAt(content: string, offset: number): number {
  return content.slice(0, offset).split('\n').length;
}
