import {
  findType,
  type EntityTypeModel,
  type Model,
  type RelationTypeModel,
  type ValueField,
} from '../../model/model.js';
import { capitalize } from '../../model/expand/text.js';
import { bareEndType, endTypes, type RelationEnd } from '../../model/relation-id.js';
import { typeSpecificFields } from '../type-specific-fields.js';
import { joinAlternatives, withArticle } from '../noun-phrases.js';
import { wholeArticle } from '../sections.js';
import { slugPattern } from './shared-parts.js';
import { buildObjectSchema, type JsonSchema } from './texts.js';
import { buildValueSchema } from './value.js';

/** The schema of the file with the entities of one type. */
export function buildEntitiesSchema(model: Model, type: EntityTypeModel): JsonSchema {
  const isSection = model.sections?.type === type.name;
  const typeFields = typeSpecificFields(type);
  const properties = {
    ...buildReferences('common', ['slug', 'name', 'aliases', 'wordings', 'summary', 'formerIds']),
    ...Object.fromEntries(typeFields.map((field) => [field.property, buildValueSchema(model, field)])),
    ...buildStatementFields(typeFields),
    ...(isSection
      ? buildSectionFields(type)
      : buildReferences('common', [...citationFieldsOf(model), 'basis', 'references'])),
  };
  const requiredFields = typeFields.filter(({ isRequired }) => isRequired).map(({ property }) => property);
  const required = ['slug', 'name', 'summary', ...requiredFields, ...(isSection ? ['paragraphs'] : [])];
  const rules = isSection ? {} : { allOf: [buildReference('common', 'entityRules')] };
  return buildListSchema(capitalize(type.plural.en), type.description, {
    ...buildObjectSchema(properties, required),
    ...rules,
  });
}

/** The schema of the file with the relations of one type. */
export function buildRelationsSchema(model: Model, type: RelationTypeModel): JsonSchema {
  const properties = {
    from: buildEndSchema(model, type, 'from'),
    to: buildEndSchema(model, type, 'to'),
    ...buildReferences('../common', [
      ...citationFieldsOf(model),
      'basis',
      'status',
      'note',
      'references',
      'corrections',
    ]),
  };
  const rules = { allOf: [buildReference('../common', 'relationRules')] };
  return buildListSchema(type.name, type.description, { ...buildObjectSchema(properties, ['from', 'to']), ...rules });
}

function buildListSchema(title: string, description: string, items: JsonSchema): JsonSchema {
  return { title, description, type: 'array', items };
}

function citationFieldsOf({ sections }: Model): string[] {
  return sections ? ['citations'] : [];
}

function buildReferences(file: string, names: readonly string[]): Record<string, JsonSchema> {
  return Object.fromEntries(names.map((name) => [name, buildReference(file, name)]));
}

function buildReference(file: string, name: string): JsonSchema {
  return { $ref: `${file}.schema.json#/definitions/${name}` };
}

/** The statements about the properties that need one; none if no property does. */
function buildStatementFields(fields: readonly ValueField[]): Record<string, JsonSchema> {
  const names = fields.filter(({ isSourced }) => isSourced).map(({ property }) => property);
  if (names.length === 0) return {};
  const description = 'Where each of these values comes from; required for each of them that the record has.';
  const statements = names.map((name): [string, JsonSchema] => [name, buildReference('common', 'statement')]);
  return { statements: { description, ...buildObjectSchema(Object.fromEntries(statements), []) } };
}

/** The number of a section, and the paragraphs that it lists instead of citations. */
function buildSectionFields({ fields }: EntityTypeModel): Record<string, JsonSchema> {
  const number = fields.find(({ name }) => name === 'number');
  const buildCountSchema = (description: string): JsonSchema => ({ description, type: 'integer', minimum: 1 });
  return {
    number: {
      description: `${number?.description} Written as a string: "0" for the introduction, "2" for a chapter, "2.10" for a section of it, "${wholeArticle}" for the article as a whole.`,
      type: 'string',
      pattern: `^(${wholeArticle}|(0|[1-9][0-9]*)(\\.[1-9][0-9]*)*)$`,
    },
    paragraphs: {
      description:
        'The paragraphs of this section itself, without those of its subsections; they are also its citations.',
      type: 'array',
      items: buildObjectSchema(
        {
          paragraph: buildCountSchema('The paragraph, counted from 1 within the chapter.'),
          line: buildCountSchema('The line of the paragraph in the article file, counted from 1.'),
        },
        ['paragraph', 'line'],
      ),
    },
  };
}

function bareNoteOf(bareType: string | undefined): string {
  return bareType === undefined ? '' : `; \`its-slug\` alone stands for a ${bareType}`;
}

function buildEndSchema(model: Model, type: RelationTypeModel, end: RelationEnd): JsonSchema {
  const types = endTypes(type, end);
  const [firstType = ''] = types;
  const bareType = bareEndType(type, end);
  const nouns = joinAlternatives(types.map((name) => findType(model, name)?.label.en ?? name));
  const role = `The entity that the relation ${end === 'from' ? 'starts from' : 'points to'}`;
  return types.length === 1
    ? {
        description: `${role}: the slug of ${withArticle(nouns)}.`,
        type: 'string',
        pattern: `^${slugPattern}$`,
      }
    : {
        description: `${role}: the id of ${withArticle(nouns)}, such as \`${firstType}:its-slug\`${bareNoteOf(bareType)}.`,
        type: 'string',
        pattern: `^((${types.join('|')}):)${bareType === undefined ? '' : '?'}${slugPattern}$`,
      };
}
