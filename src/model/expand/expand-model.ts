import { Kind, parse, print } from 'graphql';
import type { SchemaFile } from '../declarations.js';
import { block } from '../block.js';
import { findType, type Model } from '../model.js';
import { listTexts } from './lists.js';
import { typeText } from './type.js';
import { described, uncapitalized } from './text.js';

/** The whole API as SDL: what is the same for all models, whose files are given, and what follows from this one. */
export function expandModel(model: Model, baseFiles: readonly SchemaFile[]): string {
  const base = baseFiles.map(({ text }) => text).join('\n');
  const fields = entityFields(base);
  return [
    base,
    ...enumTexts(model),
    citationText(model),
    ...floatFilterTexts(model),
    ...model.types.flatMap((type) => [typeText(model, type, fields), ...listTexts(model, type)]),
  ].join('\n\n');
}

/** The texts of the fields that the Entity interface declares, which every type of entity repeats. */
function entityFields(base: string): string[] {
  const { definitions } = parse(base, { noLocation: true });
  const entity = definitions.find((one) => one.kind === Kind.INTERFACE_TYPE_DEFINITION && one.name.value === 'Entity');
  return entity && 'fields' in entity ? (entity.fields ?? []).map(print) : [];
}

function enumTexts({ types, relationTypes, relationsDescription, enums, languages }: Model): string[] {
  return [
    enumText(
      'Language',
      'A language of names and texts.',
      languages.map((name) => ({ name, description: languageWords[name] })),
    ),
    enumText(
      'EntityType',
      'The types of entity of the graph.',
      types.map(({ enumName, name, description }) => ({
        name: enumName,
        description: `The type \`${name}\`: ${uncapitalized(description)}`,
      })),
    ),
    enumText('RelationType', relationsDescription, relationTypes),
    ...enums.map(({ name, description, values }) => enumText(name, description, values)),
  ];
}

const languageWords = { EN: 'Names and texts in English.', ZH: 'Names and texts in Chinese.' };

interface EnumValue {
  readonly name: string;
  readonly description: string;
}

function enumText(name: string, description: string, values: readonly EnumValue[]): string {
  const members = values.map((value) => described(value.description, value.name));
  return described(description, block(`enum ${name}`, members));
}

/** A citation names the section only where the model has sections. */
function citationText(model: Model): string {
  const { sections } = model;
  const type = sections && findType(model, sections.type);
  return described(
    'A paragraph of the article that states a fact or names an entity.',
    block('type Citation', [
      ...(type
        ? [described('The most specific numbered section that the paragraph stands in.', `section: ${type.name}!`)]
        : []),
      described('The number of the chapter; 0 for the introduction.', 'chapter: Int!'),
      described('The number of the paragraph within its chapter, counted from 1.', 'paragraph: Int!'),
    ]),
  );
}

const floatConditions = [
  ['The number equals this decimal value.', 'eq: Float'],
  ['The number equals one of these decimal values; an empty list matches nothing.', 'in: [Float!]'],
  ['The number is this decimal value or greater.', 'gte: Float'],
  ['The number is this decimal value or less.', 'lte: Float'],
] as const;

/** Declared only where a filter uses it. */
function floatFilterTexts({ types }: Model): string[] {
  const isUsed = types.some(({ fields }) =>
    fields.some((field) => field.kind === 'value' && field.scalar === 'Float' && field.filter !== undefined),
  );
  if (!isUsed) return [];
  const members = floatConditions.map(([description, condition]) => described(description, condition));
  return [
    described(
      'Conditions on a number that may have decimals. All of them must hold.',
      block('input FloatFilter', members),
    ),
  ];
}
