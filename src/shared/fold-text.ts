/** Brings a text into the form in which names are compared: compatible characters alike, small letters, single spaces. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
}
