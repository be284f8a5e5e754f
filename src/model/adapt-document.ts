import { printBlock } from './print-block.js';
import type { PageField, PageModel, PageType } from './page-model.js';

/** The selection of a citation's section in the documents of the web pages. */
const citedSection = /\n *section \{\s*id\s*number\s*title: name\(lang: \$lang\)\s*\}/g;
const emptyParticulars = /fragment Particulars on Node \{\s*__typename\s*\}/;

/**
 * Adapts a document of the web pages to a model. Documents are written as if every model had Chinese texts and
 * sections, and with an empty fragment `Particulars`, which is filled here.
 */
export function adaptDocument(model: PageModel, text: string): string {
  const hasSections = model.types.some(({ isSection }) => isSection);
  const withCitations = hasSections ? text : text.replaceAll(citedSection, '');
  const document = withCitations.replace(emptyParticulars, () => printParticulars(model));
  // Without Chinese, both aliases select the English text, so that the pages need not distinguish the cases.
  return model.languages.includes('ZH') ? document : document.replaceAll('(lang: ZH)', '');
}

/** The alias of a field's value on a card; it includes the type, because fields of the same name may differ in type. */
export function particularName({ typeName }: Pick<PageType, 'typeName'>, { name }: Pick<PageField, 'name'>): string {
  return `${typeName}_${name}`;
}

/** The fields that hold a value. */
export function valueFields<Field extends Pick<PageField, 'valueType'>>(fields: readonly Field[]): Field[] {
  return fields.filter(({ valueType }) => valueType !== null);
}

function printParticulars({ types }: PageModel): string {
  const parts = types.flatMap((type) => {
    const members = valueFields(type.fields).map((field) => {
      const member = `${particularName(type, field)}: ${field.name}`;
      return field.isLocalized ? `${member}(lang: $lang)` : member;
    });
    return members.length === 0 ? [] : [printBlock(`... on ${type.typeName}`, members)];
  });
  return printBlock('fragment Particulars on Node', parts.length === 0 ? ['__typename'] : parts);
}
