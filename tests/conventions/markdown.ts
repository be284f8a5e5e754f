/** A fenced code block of a Markdown page. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

/** All fenced code blocks of a page, in order. */
export function codeBlocksOf(page: string): CodeBlock[] {
  const fences = page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, language = '', text = '']) => ({ language, text }));
}

/** A heading of a Markdown page. */
export interface Heading {
  /** 1 for the title of the page. */
  readonly level: number;
  readonly text: string;
}

/** All headings of a page, in order. */
export function headingsOf(page: string): Heading[] {
  const prose = page.replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', text = '']) => ({ level: marks.length, text }));
}

/** The anchors of the headings of a page, as GitHub derives them. */
export function anchorsOf(page: string): string[] {
  return headingsOf(page).map(({ text }) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

/** The targets of all links and images of a page, outside of code blocks. */
export function linksOf(page: string): string[] {
  const prose = page.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}
