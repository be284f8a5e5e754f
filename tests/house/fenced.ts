/** A fenced code block of a Markdown page. */
export interface Sample {
  readonly language: string;
  readonly text: string;
}

/** All fenced code blocks of a page, in order. */
export function samplesOf(page: string): Sample[] {
  const fences = page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, language = '', text = '']) => ({ language, text }));
}

/** The files that a page links to or embeds, relative to the page. */
export function linkedFiles(page: string): string[] {
  const targets = [...page.matchAll(/\]\(([^)#\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !target.includes('://'));
}
