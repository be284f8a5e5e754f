/** Brings a text into the form in which names are looked for: compatible characters alike, small letters, spaces only between words of letters. */
export function foldForMention(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/(?<![a-z0-9\u00c0-\u024f]) | (?![a-z0-9\u00c0-\u024f])/gu, '');
}

/** Whether a folded text names something by this name; a short Latin name must stand as a word of its own. */
export function mentions(foldedText: string, name: string): boolean {
  const folded = foldForMention(name);
  if (folded === '') return false;
  if (!/^[a-z0-9]{1,3}$/.test(folded)) return foldedText.includes(folded);
  return new RegExp(`(?<![a-z0-9])${folded}(?![a-z0-9])`, 'u').test(foldedText);
}
