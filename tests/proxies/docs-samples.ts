import { codeBlocksOf } from '../conventions/markdown.js';
import { readProjectFile } from '../conventions/project-files.js';

/** Returns the first code sample in a language under a heading of docs/operations.md. */
export function readSample(heading: string, language: string): string {
  const sections = readProjectFile('docs/operations.md').split(/^#+ /m);
  const section = sections.find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const sample = codeBlocksOf(section).find((candidate) => candidate.language === language);
  if (!sample) throw new Error(`Expected a sample in ${language} under "${heading}" of docs/operations.md.`);
  return sample.text;
}

/** Replaces parts of a text; throws if a part is missing. */
export function replaceParts(text: string, parts: readonly (readonly [part: string, replacement: string])[]): string {
  return parts.reduce((result, [part, replacement]) => {
    if (!result.includes(part)) throw new Error(`Expected "${part}" in the sample, found:\n${result}`);
    return result.replaceAll(part, replacement);
  }, text);
}

/** Parses the lines `NAME=value` and `Environment=NAME=value` of a sample. */
export function parseSettings(sample: string): Record<string, string> {
  const lines = sample.matchAll(/^(?:Environment=)?([A-Z][A-Z0-9_]+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]));
}
