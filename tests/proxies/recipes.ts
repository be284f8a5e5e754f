import { samplesOf } from '../house/fenced.js';
import { readProjectFile } from '../house/project-files.js';

/** Returns the first code sample in a language under a heading of docs/operations.md. */
export function recipeOf(heading: string, language: string): string {
  const sections = readProjectFile('docs/operations.md').split(/^#+ /m);
  const section = sections.find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const sample = samplesOf(section).find((one) => one.language === language);
  if (!sample) throw new Error(`Expected a sample in ${language} under "${heading}" of docs/operations.md.`);
  return sample.text;
}

/** Replaces parts of a text; throws if a part is missing. */
export function adapt(text: string, parts: readonly (readonly [part: string, replacement: string])[]): string {
  return parts.reduce((adapted, [part, replacement]) => {
    if (!adapted.includes(part)) throw new Error(`Expected "${part}" in the sample, found:\n${adapted}`);
    return adapted.replaceAll(part, replacement);
  }, text);
}

/** Parses the lines `NAME=value` and `Environment=NAME=value` of a sample. */
export function settingsIn(sample: string): Record<string, string> {
  const lines = sample.matchAll(/^(?:Environment=)?([A-Z][A-Z0-9_]+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]));
}
