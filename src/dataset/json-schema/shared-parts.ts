import type { Model, RelationTypeModel } from '../../model/model.js';
import { bareEndType, endTypes } from '../../model/relation-id.js';
import { buildEntityRules, buildRelationRules } from './rules.js';
import { buildStatementSchema, referenceDefinitions } from './references.js';
import { buildLineSchema, buildLocalizedTextSchema, buildObjectSchema, type JsonSchema } from './texts.js';

/** The pattern of a slug, as a regular expression without anchors. */
export const slugPattern = '[a-z0-9]+(-[a-z0-9]+)*';

/** The schema with the definitions that several files share. */
export function buildCommonSchema(model: Model): JsonSchema {
  return {
    title: 'Definitions shared by the records of several files',
    definitions: {
      ...buildEntityDefinitions(model),
      ...(model.sections && citationDefinitions),
      basis: {
        description:
          'STATED (the default): the article states it. CURATED: a curator added it, with references, because the article omits it.',
        enum: ['STATED', 'CURATED'],
        default: 'STATED',
      },
      ...referenceDefinitions,
      ...buildRelationDefinitions(model),
      statement: buildStatementSchema(model),
      entityRules: buildEntityRules(model),
      relationRules: buildRelationRules(model),
    },
  };
}

const slugSchema: JsonSchema = {
  description:
    'The English name in kebab case, such as `hugging-face`; unique within the type. It must not change after publication, because it is part of the id.',
  type: 'string',
  pattern: `^${slugPattern}$`,
  maxLength: 80,
};

const lineListSchema: JsonSchema = {
  type: 'array',
  items: buildLineSchema('One line of text without leading or trailing space.', 200),
  uniqueItems: true,
};

const nameDefinitions: Readonly<Record<string, JsonSchema>> = {
  aliases: {
    description: 'Other names that people use, in any language; must not repeat the names.',
    ...lineListSchema,
  },
  wordings: {
    description:
      'The words with which the article describes the entity where it does not name it. Search finds them; nobody is shown them as names.',
    ...lineListSchema,
  },
  formerIds: {
    description: 'The ids of entities that were merged into this one; looking one up returns this entity.',
    type: 'array',
    items: {
      description: 'The id that the entity had, such as `Type:its-slug`.',
      type: 'string',
      pattern: `^[A-Z][A-Za-z0-9]*:${slugPattern}$`,
    },
    uniqueItems: true,
  },
};

function buildEntityDefinitions(model: Model): Record<string, JsonSchema> {
  const isBilingual = model.languages.includes('ZH');
  return {
    slug: slugSchema,
    name: buildLocalizedTextSchema(model, {
      description: `The name in English${isBilingual ? ', in Chinese or in both; at least one is required' : ''}.`,
      en: 'The English name, in the spelling of its owner.',
      zh: 'The Chinese name; omitted if there is none.',
      maxLength: 200,
    }),
    ...nameDefinitions,
    summary: buildLocalizedTextSchema(model, {
      description: 'One sentence that describes the entity in our own words, in every language of the model.',
      en: 'The sentence in English.',
      zh: 'The same sentence in Chinese.',
      maxLength: 1000,
      isComplete: true,
    }),
  };
}

const citationDefinitions: Readonly<Record<string, JsonSchema>> = {
  citation: {
    description: 'A paragraph of the article, with its number within the chapter as listed in the sections.',
    ...buildObjectSchema(
      {
        chapter: {
          description: 'The chapter: 0 for the introduction, then 1, 2, and so on.',
          type: 'integer',
          minimum: 0,
        },
        paragraph: { description: 'The paragraph, counted from 1 within the chapter.', type: 'integer', minimum: 1 },
      },
      ['chapter', 'paragraph'],
    ),
  },
  citations: {
    description: 'The paragraphs of the article that support the record, without duplicates.',
    type: 'array',
    items: { $ref: '#/definitions/citation' },
    uniqueItems: true,
  },
};

function buildRelationDefinitions(model: Model): Record<string, JsonSchema> {
  return {
    status: {
      description: 'The result of a check by a curator: UNCHECKED (the default), CONFIRMED, DOUBTFUL or REFUTED.',
      enum: ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'],
      default: 'UNCHECKED',
    },
    note: buildLocalizedTextSchema(model, {
      description: 'The reason for the status, in any language; the works that support it are `references`.',
      en: 'The reason in English.',
      zh: 'The reason in Chinese.',
      maxLength: 1000,
    }),
    corrections: buildCorrectionsSchema(model),
  };
}

function buildCorrectionsSchema({ types, relationTypes }: Model): JsonSchema {
  const names = relationTypes.map(({ name }) => name).join('|');
  const end = `((${types.map(({ name }) => name).join('|')}):)?${slugPattern}`;
  const example = relationTypes.slice(0, 1).map((type) => `\`${exampleIdOf(type)}\``);
  return {
    description: `Ids of the facts that replace a refuted one, such as ${example.join()}; each shares an end with it and is not refuted itself.`,
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: {
      description: `The id of a relation, such as ${example.join()}.`,
      type: 'string',
      pattern: `^(${names}):(${end}):(${end})$`,
    },
  };
}

function exampleIdOf(type: RelationTypeModel): string {
  const ends = (['from', 'to'] as const).map((end) => {
    return bareEndType(type, end) === undefined ? `${endTypes(type, end)[0]}:its-slug` : 'its-slug';
  });
  return [type.name, ...ends].join(':');
}
