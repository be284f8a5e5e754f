// What XML 1.0 has no way to write, not even escaped: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text without the characters that would make an XML document unreadable. */
export function xmlText(text: string): string {
  return text.replace(notInXml, '');
}
