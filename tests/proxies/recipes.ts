import { samplesOf } from '../house/fenced.js';
import { readProjectFile } from '../house/project-files.js';

/** A sample of docs/operations.md by its language: the first of it, or a later one. */
export function recipeOf(language: string, index = 0): string {
  const samples = samplesOf(readProjectFile('docs/operations.md')).filter((sample) => sample.language === language);
  const sample = samples[index];
  if (!sample) throw new Error(`docs/operations.md must have ${index + 1} samples of ${language}, and has fewer.`);
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
