// Characters that XML 1.0 cannot represent, even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF.
const invalidXmlCharacters = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Removes the characters that are invalid in XML. */
export function toXmlText(text: string): string {
  return text.replace(invalidXmlCharacters, '');
}
