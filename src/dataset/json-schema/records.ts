import { findType, type EntityTypeModel, type Model, type RelationTypeModel } from '../../model/model.js';
import { capitalized } from '../../model/expand/text.js';
import { endTypes, type RelationEnd } from '../../model/relation-id.js';
import { ownFields } from '../own-fields.js';
import { alternatives, withArticle } from '../words.js';
import { slugPattern } from './shared-parts.js';
import { objectOf, type JsonSchema } from './texts.js';
import { valueSchema } from './value.js';

/** The schema of the file with the entities of one type. */
export function entitiesSchema(model: Model, type: EntityTypeModel): JsonSchema {
  const isSection = model.sections?.type === type.name;
  const own = ownFields(type);
  const properties = {
    ...shared('common', ['slug', 'name', 'aliases', 'summary']),
    ...Object.fromEntries(own.map((field) => [field.property, valueSchema(model, field)])),
    ...(isSection ? sectionFields(type) : shared('common', [...citations(model), 'basis', 'reference'])),
  };
  const needed = own.filter(({ isRequired }) => isRequired).map(({ property }) => property);
  const required = ['slug', 'name', 'summary', ...needed, ...(isSection ? ['paragraphs'] : [])];
  const rules = isSection ? {} : { allOf: [reference('common', 'entityRules')] };
  return listOf(capitalized(type.plural.en), type.description, { ...objectOf(properties, required), ...rules });
}

/** The schema of the file with the relations of one type. */
export function relationsSchema(model: Model, type: RelationTypeModel): JsonSchema {
  const properties = {
    from: endSchema(model, type, 'from'),
    to: endSchema(model, type, 'to'),
    ...shared('../common', [...citations(model), 'basis', 'status', 'note', 'corrections']),
  };
  const rules = { allOf: [reference('../common', 'relationRules')] };
  return listOf(type.name, type.description, { ...objectOf(properties, ['from', 'to']), ...rules });
}

function listOf(title: string, description: string, items: JsonSchema): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, description, type: 'array', items };
}

function citations({ sections }: Model): string[] {
  return sections ? ['citations'] : [];
}

function shared(file: string, names: readonly string[]): Record<string, JsonSchema> {
  return Object.fromEntries(names.map((name) => [name, reference(file, name)]));
}

function reference(file: string, name: string): JsonSchema {
  return { $ref: `${file}.schema.json#/definitions/${name}` };
}

/** The number of a section, and the paragraphs that it lists instead of citations. */
function sectionFields({ fields }: EntityTypeModel): Record<string, JsonSchema> {
  const number = fields.find(({ name }) => name === 'number');
  const counted = (description: string): JsonSchema => ({ description, type: 'integer', minimum: 1 });
  return {
    number: {
      description: `${number?.description} Written as a string: "0" for the introduction, "2" for a chapter, "2.10" for a section of it.`,
      type: 'string',
      pattern: '^(0|[1-9][0-9]*)(\\.[1-9][0-9]*)*$',
    },
    paragraphs: {
      description:
        'The paragraphs of this section itself, without those of its subsections; they are also its citations.',
      type: 'array',
      items: objectOf(
        {
          paragraph: counted('The paragraph, counted from 1 within the chapter.'),
          line: counted('The line of the paragraph in the article file, counted from 1.'),
        },
        ['paragraph', 'line'],
      ),
    },
  };
}

function endSchema(model: Model, type: RelationTypeModel, end: RelationEnd): JsonSchema {
  const types = endTypes(type, end);
  const [first = ''] = types;
  const nouns = alternatives(types.map((name) => findType(model, name)?.label.en ?? name));
  const role = `The entity that the relation ${end === 'from' ? 'starts from' : 'points to'}`;
  return types.length === 1
    ? {
        description: `${role}: the slug of ${withArticle(nouns)}.`,
        type: 'string',
        pattern: `^${slugPattern}$`,
      }
    : {
        description: `${role}: the id of ${withArticle(nouns)}, such as \`${first}:its-slug\`.`,
        type: 'string',
        pattern: `^(${types.join('|')}):${slugPattern}$`,
      };
}
