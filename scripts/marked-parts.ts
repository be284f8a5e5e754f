/** Generators of the parts of a page, by the name of their markers. */
export type Parts = Readonly<Record<string, () => string>>;

/** Replaces the text between the markers `<!-- name -->` and `<!-- /name -->` with the generated parts. */
export function fillParts(page: string, text: string, parts: Parts): string {
  let result = text;
  for (const [name, write] of Object.entries(parts)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest = ''] = result.split(open);
    const [, after] = rest.split(close);
    if (after === undefined) throw new Error(`${page} must contain the markers ${open} and ${close}, in this order.`);
    result = `${before ?? ''}${open}\n\n${write()}\n\n${close}${after}`;
  }
  return result;
}
