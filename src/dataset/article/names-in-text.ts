/**
 * The names in a paragraph that a graph of the article should cover: quoted titles, words in Latin letters, figures, and
 * the items of enumerations.
 */
export function findNames(paragraph: string): string[] {
  const text = paragraph.replace(sectionMark, '');
  const names = [quotedTitle, latinWord, figure].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([match, inner]) => inner ?? match),
  );
  return [...new Set([...names, ...findEnumeratedItems(text)])];
}

/** The mark at the start of a paragraph that numbers it: `3.`, `（2）` or `-`. */
const sectionMark = /^\s*(?:\d+\.|（\d+）|-)\s*/u;

/** A title between Chinese quotation marks. */
const quotedTitle = /[《“]([^》”]+)[》”]/gu;

/** A word with a capital letter, such as `OpenAI`, `DALL-E` or `GPT4`. */
const latinWord = /(?:[a-z]+\.?)?[A-Z][A-Za-z0-9]*(?:[-.·][A-Za-z0-9]+)*/gu;

/** A number of two or more digits, or with a unit. */
const figure = /\d[\d.]+(?:\s?(?:年代|年|%|亿|万亿))?|\d\s?(?:%|亿|万亿)/gu;

/** Two or more short items between commas of enumeration. */
const enumeration = /[^，。；：、（）《》“”]{1,12}(?:、[^，。；：、（）《》“”]{1,14})+/gu;

/** Words before the first item and after the last one. */
const leadIn = /^.*(?:如|例如|包括|在|对|为|等|和|于|的)(?=[^如例包在对为等和于的])/u;
const leadOut = /(?:等|的).*$/u;

function findEnumeratedItems(text: string): string[] {
  return [...text.matchAll(enumeration)].flatMap(([match]) => {
    const items = match.split('、').flatMap((item) => item.split(/以及|和|与|或/u));
    return items
      .map((item, index) => (index === 0 ? item.replace(leadIn, '') : item))
      .map((item, index) => (index === items.length - 1 ? item.replace(leadOut, '') : item).trim())
      .filter((item) => item.length > 1);
  });
}
