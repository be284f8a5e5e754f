/** What writes each part of a page, by the name of its marks. */
export type Parts = Readonly<Record<string, () => string>>;

/** The page with every part between its marks, `<!-- name -->` and `<!-- /name -->`, as it should be. */
export function fillParts(page: string, text: string, parts: Parts): string {
  let filled = text;
  for (const [name, write] of Object.entries(parts)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest = ''] = filled.split(open);
    const [, after] = rest.split(close);
    if (after === undefined) throw new Error(`${page} must have the marks ${open} and ${close}, in this order.`);
    filled = `${before ?? ''}${open}\n\n${write()}\n\n${close}${after}`;
  }
  return filled;
}
