/** The article, addressed by line. */
export interface Article {
  /** The text of a line, counted from 1; undefined past the end. */
  lineAt(line: number): string | undefined;
  /** The line numbers of the paragraphs: text other than headings, images, horizontal rules and front matter. */
  readonly paragraphLines: readonly number[];
  /** The last heading (`# …`) at or above a line; undefined if there is none. */
  headingOf(line: number): string | undefined;
}

/** Parses the text of the article file. */
export function parseArticle(text: string): Article {
  const lines = text.split(/\r?\n/);
  const bodyStart = endOfFrontMatter(lines);
  const paragraphLines = lines.flatMap((line, index) => (index >= bodyStart && isParagraph(line) ? [index + 1] : []));
  return {
    lineAt: (line) => lines[line - 1],
    paragraphLines,
    headingOf: (line) => lines.slice(bodyStart, line).findLast(isHeading),
  };
}

/** The index of the first line after the front matter; 0 without front matter. */
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
