import { Kind, parse, print } from 'graphql';
import type { SchemaFile } from '../declarations.js';
import { block } from '../block.js';
import { findType, type Model } from '../model.js';
import { listTexts } from './lists.js';
import { typeText } from './type.js';
import { described, uncapitalized } from './text.js';

/** Generates the SDL of the API: `baseFiles`, which are the same for all models, and what follows from this model. */
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

/** The SDL of the fields of the Entity interface, which every type of entity repeats. */
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
      'The types of entities in the graph.',
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

/** Generates the type Citation; it has the field `section` only if the model has sections. */
function citationText(model: Model): string {
  const { sections } = model;
  const type = sections && findType(model, sections.type);
  return described(
    'A paragraph of the article that states a fact or names an entity.',
    block('type Citation', [
      ...(type
        ? [described('The most specific numbered section that contains the paragraph.', `section: ${type.name}!`)]
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

/** Generates FloatFilter if any filter uses it. */
function floatFilterTexts({ types }: Model): string[] {
  const isUsed = types.some(({ fields }) =>
    fields.some((field) => field.kind === 'value' && field.scalar === 'Float' && field.filter !== undefined),
  );
  if (!isUsed) return [];
  const members = floatConditions.map(([description, condition]) => described(description, condition));
  return [described('Conditions on a decimal number; all of them must hold.', block('input FloatFilter', members))];
}
