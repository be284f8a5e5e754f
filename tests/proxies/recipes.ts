import { samplesOf } from '../house/fenced.js';
import { readProjectFile } from '../house/project-files.js';

/** The first sample of a language below a heading of docs/operations.md. */
export function recipeOf(heading: string, language: string): string {
  const sections = readProjectFile('docs/operations.md').split(/^#+ /m);
  const section = sections.find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const sample = samplesOf(section).find((one) => one.language === language);
  if (!sample) throw new Error(`docs/operations.md must have a sample of ${language} below "${heading}".`);
  return sample.text;
}

/** A text with some parts replaced, each of which must be in it. */
export function adapt(text: string, parts: readonly (readonly [part: string, replacement: string])[]): string {
  return parts.reduce((adapted, [part, replacement]) => {
    if (!adapted.includes(part)) throw new Error(`The recipe must have "${part}", and is:\n${adapted}`);
    return adapted.replaceAll(part, replacement);
  }, text);
}

/** The settings of a sample that gives one in each line, with or without a word before it. */
export function settingsIn(sample: string): Record<string, string> {
  const lines = sample.matchAll(/^(?:Environment=)?([A-Z][A-Z0-9_]+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]));
}
