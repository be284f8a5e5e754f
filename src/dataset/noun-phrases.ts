/** Prefixes an English noun with its indefinite article: `a tool`, `an industry`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Joins nouns as alternatives: `tool, company or domain`. */
export function joinAlternatives(nouns: readonly string[]): string {
  return nouns.length < 2 ? nouns.join() : `${nouns.slice(0, -1).join(', ')} or ${nouns.at(-1)}`;
}
