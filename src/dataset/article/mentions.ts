/** Normalizes a text for name matching: NFKC, lower case, and spaces only between Latin words. */
export function foldForMention(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/(?<![a-z0-9\u00c0-\u024f]) | (?![a-z0-9\u00c0-\u024f])/gu, '');
}

/** Whether a folded text contains a name. A Latin name of up to three characters must be a separate word. */
export function mentions(foldedText: string, name: string): boolean {
  const foldedName = foldForMention(name);
  if (foldedName === '') return false;
  if (!/^[a-z0-9]{1,3}$/.test(foldedName)) return foldedText.includes(foldedName);
  return new RegExp(`(?<![a-z0-9])${foldedName}(?![a-z0-9])`, 'u').test(foldedText);
}
