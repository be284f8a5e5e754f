interface Rule {
  readonly pattern: RegExp;
  readonly expected: string;
}

const han = String.raw`\p{Script=Han}`;
const number = String.raw`\d[\d.,%–-]*`;
const fullWidth = '，。：；、？！）》”';

/** The typographic convention of Chinese sentences. Names are exempt: they are written as their owners write them. */
const rules: readonly Rule[] = [
  { pattern: new RegExp(`${han}[,;:?!]`, 'u'), expected: 'full-width punctuation after a Chinese character' },
  {
    pattern: new RegExp(`${han}\\s?\\(|\\)\\s?${han}`, 'u'),
    expected: 'full-width parentheses beside a Chinese character',
  },
  { pattern: new RegExp(`"${han}|${han}"|[「」]`, 'u'), expected: 'the quotation marks “ and ”' },
  {
    pattern: new RegExp(
      `${han} (?=${number}(?:${han}|[${fullWidth} ]|$))|(?<=^|[${han}${fullWidth}（])${number} ${han}`,
      'u',
    ),
    expected: 'no space between a number and a Chinese character',
  },
  {
    pattern: new RegExp(`${han}[A-Za-z]|[A-Za-z]${han}`, 'u'),
    expected: 'a space between a Latin word and a Chinese character',
  },
];

/** Reports how a Chinese sentence departs from the convention, with the characters around each departure. */
export function findChineseStyleProblems(sentence: string): string[] {
  // A title keeps its own typography.
  const text = sentence.replaceAll(/《[^》]*》/g, '《》');
  return rules.flatMap(({ pattern, expected }) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const excerpt = text.slice(Math.max(0, match.index - 4), match.index + 8);
    return [`expected ${expected}; found "${excerpt}"`];
  });
}
