import { foldText } from '../../shared/fold-text.js';

/** Normalizes a text for name matching: as foldText() does, and with spaces only between Latin words. */
export function foldForMention(text: string): string {
  return foldText(text).replace(/(?<![a-z0-9\u00c0-\u024f]) | (?![a-z0-9\u00c0-\u024f])/gu, '');
}

/** Whether a folded text contains a name. A Latin name of up to three characters must be a separate word. */
export function mentions(foldedText: string, name: string): boolean {
  return removeMentions(foldedText, [name]) !== foldedText;
}

/** Replaces each occurrence of the names in a folded text by a line break, longer names first. */
export function removeMentions(foldedText: string, names: readonly string[]): string {
  const foldedNames = [...new Set(names.map(foldForMention))].filter((name) => name !== '');
  foldedNames.sort((a, b) => b.length - a.length);
  return foldedNames.reduce(
    (text, name) =>
      text.replaceAll(isShortWord(name) ? new RegExp(`(?<![a-z0-9])${name}(?![a-z0-9])`, 'gu') : name, '\n'),
    foldedText,
  );
}

function isShortWord(name: string): boolean {
  return /^[a-z0-9]{1,3}$/.test(name);
}
