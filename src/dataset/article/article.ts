/** The article line by line, as its file has it. */
export interface Article {
  /** The text of a line, counted from 1; undefined beyond the end. */
  lineAt(line: number): string | undefined;
  /** The lines that hold a paragraph: text that is no heading, no image, no rule and no front matter. */
  readonly paragraphLines: readonly number[];
  /** The heading (`# …`) that a line stands under. */
  headingOf(line: number): string | undefined;
}

/** Takes the article's file apart. */
export function parseArticle(text: string): Article {
  const lines = text.split(/\r?\n/);
  const body = endOfFrontMatter(lines);
  const paragraphLines = lines.flatMap((line, index) => (index >= body && isParagraph(line) ? [index + 1] : []));
  return {
    lineAt: (line) => lines[line - 1],
    paragraphLines,
    headingOf: (line) => lines.slice(body, line).findLast(isHeading),
  };
}

/** The index of the first line after the front matter, if there is one. */
function endOfFrontMatter(lines: readonly string[]): number {
  return lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
}

function isParagraph(line: string): boolean {
  const text = line.trim();
  return text !== '' && !/^-{3,}$/.test(text) && !/^!\[[^\]]*\]\([^)]*\)$/.test(text) && !isHeading(text);
}

function isHeading(line: string): boolean {
  return /^#{1,6}\s/.test(line);
}
