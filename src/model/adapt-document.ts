import { block } from './block.js';
import type { PageField, PageModel, PageType } from './page-model.js';

/** What the pages' documents ask of the section of a citation. */
const citedSection = /\n *section \{\s*id\s*number\s*title: name\(lang: \$lang\)\s*\}/g;
const emptyParticulars = /fragment Particulars on Node \{\s*__typename\s*\}/;

/**
 * A document of the pages as a model takes it. Documents are written as if every model had Chinese and sections, and
 * with a fragment `Particulars` that is filled here.
 */
export function adaptDocument(model: PageModel, text: string): string {
  const hasSections = model.types.some(({ isSection }) => isSection);
  const cited = hasSections ? text : text.replaceAll(citedSection, '');
  const filled = cited.replace(emptyParticulars, () => particularsFragment(model));
  // Without Chinese the English stands in both places, and nobody has to look which of them there are.
  return model.languages.includes('ZH') ? filled : filled.replaceAll('(lang: ZH)', '');
}

/** The name under which a card has the value of a field: fields of two types may share their name, and differ in type. */
export function particularName({ typeName }: Pick<PageType, 'typeName'>, { name }: Pick<PageField, 'name'>): string {
  return `${typeName}_${name}`;
}

/** The fields of a type that hold a value. */
export function valueFields<Field extends Pick<PageField, 'valueType'>>(fields: readonly Field[]): Field[] {
  return fields.filter(({ valueType }) => valueType !== null);
}

function particularsFragment({ types }: PageModel): string {
  const parts = types.flatMap((type) => {
    const members = valueFields(type.fields).map((field) => {
      const member = `${particularName(type, field)}: ${field.name}`;
      return field.isLocalized ? `${member}(lang: $lang)` : member;
    });
    return members.length === 0 ? [] : [block(`... on ${type.typeName}`, members)];
  });
  return block('fragment Particulars on Node', parts.length === 0 ? ['__typename'] : parts);
}
