import { Kind, parse, print } from 'graphql';
import type { SchemaFile } from '../declarations.js';
import { printBlock } from '../print-block.js';
import type { Model } from '../model.js';
import { printListTypes } from './lists.js';
import { printType } from './type.js';
import { withDescription, uncapitalize } from './text.js';

/** Generates the SDL of the API: `baseFiles`, which are the same for all models, and what follows from this model. */
export function expandModel(model: Model, baseFiles: readonly SchemaFile[]): string {
  const baseText = baseFiles.map(({ text }) => text).join('\n');
  const fields = printEntityFields(baseText);
  return [
    baseText,
    ...printEnums(model),
    printCitation(model),
    ...printFloatFilter(model),
    ...model.types.flatMap((type) => [printType(model, type, fields), ...printListTypes(model, type)]),
  ].join('\n\n');
}

/** The SDL of the fields of the Entity interface, which every type of entity repeats. */
function printEntityFields(baseText: string): string[] {
  const { definitions } = parse(baseText, { noLocation: true });
  const entity = definitions.find((one) => one.kind === Kind.INTERFACE_TYPE_DEFINITION && one.name.value === 'Entity');
  return entity && 'fields' in entity ? (entity.fields ?? []).map(print) : [];
}

function printEnums({ types, relationTypes, relationsDescription, enums, languages }: Model): string[] {
  return [
    printEnum(
      'Language',
      'A language of names and texts.',
      languages.map((name) => ({ name, description: languageDescriptions[name] })),
    ),
    printEnum(
      'EntityType',
      'The types of entities in the graph.',
      types.map(({ enumName, name, description }) => ({
        name: enumName,
        description: `The type \`${name}\`: ${uncapitalize(description)}`,
      })),
    ),
    printEnum('RelationType', relationsDescription, relationTypes),
    ...enums.map(({ name, description, values }) => printEnum(name, description, values)),
  ];
}

const languageDescriptions = { EN: 'Names and texts in English.', ZH: 'Names and texts in Chinese.' };

interface EnumValue {
  readonly name: string;
  readonly description: string;
}

function printEnum(name: string, description: string, values: readonly EnumValue[]): string {
  const members = values.map((value) => withDescription(value.description, value.name));
  return withDescription(description, printBlock(`enum ${name}`, members));
}

/** Generates the type Citation; it has the field `section` only if the model has sections. */
function printCitation({ sections }: Model): string {
  const section = `
  "The most specific numbered section that contains the paragraph."
  section: ${sections?.type ?? ''}!`;
  return `"A paragraph of the article that states a fact or names an entity."
type Citation {${sections ? section : ''}
  "The number of the chapter; 0 for the introduction."
  chapter: Int!
  "The number of the paragraph within its chapter, counted from 1."
  paragraph: Int!
}`;
}

/** Generates FloatFilter if any filter uses it. */
function printFloatFilter({ types }: Model): string[] {
  const isUsed = types.some(({ fields }) =>
    fields.some((field) => field.kind === 'value' && field.scalar === 'Float' && field.filter !== undefined),
  );
  return isUsed ? [floatFilter] : [];
}

const floatFilter = `"Conditions on a decimal number; all of them must hold."
input FloatFilter {
  "The number equals this decimal value."
  eq: Float
  "The number equals one of these decimal values; an empty list matches nothing."
  in: [Float!]
  "The number is this decimal value or greater."
  gte: Float
  "The number is this decimal value or less."
  lte: Float
}`;
