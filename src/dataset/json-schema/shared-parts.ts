import type { Model, RelationTypeModel } from '../../model/model.js';
import { endTypes } from '../../model/relation-id.js';
import { entityRules, relationRules } from './rules.js';
import { lineOf, localizedText, objectOf, type JsonSchema } from './texts.js';

/** What a slug is made of, as a regular expression. */
export const slugPattern = '[a-z0-9]+(-[a-z0-9]+)*';

/** The parts that the records of several files share. */
export function commonSchema(model: Model): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Parts that the records of several files share',
    definitions: {
      ...entityParts(model),
      ...(model.sections && citationParts),
      basis: {
        description:
          'STATED (the default): the article says so. CURATED: a curator adds what the article leaves out, with a reference.',
        enum: ['STATED', 'CURATED'],
        default: 'STATED',
      },
      reference: lineOf('Where a curated entity can be checked: a page, a paper, a book.', 500),
      ...relationParts(model),
      entityRules: entityRules(model),
      relationRules: relationRules(model),
    },
  };
}

const slug: JsonSchema = {
  description:
    'The English name in kebab case, unique among its type: `hugging-face`. It never changes once published, for it is part of the id.',
  type: 'string',
  pattern: `^${slugPattern}$`,
  maxLength: 80,
};

function entityParts(model: Model): Record<string, JsonSchema> {
  const isBilingual = model.languages.includes('ZH');
  return {
    slug,
    name: localizedText(model, {
      description: `What it is called, in English${isBilingual ? ', in Chinese or in both; at least one' : ''}.`,
      en: 'The English name, as its owner writes it.',
      zh: 'The Chinese name; left out where there is none.',
      maxLength: 200,
    }),
    aliases: {
      description: 'How the article, and the world, also writes it, in any language; neither of the names again.',
      type: 'array',
      items: lineOf('One line of text without space at either end.', 200),
      uniqueItems: true,
    },
    summary: localizedText(model, {
      description: 'One sentence of our own on what it is, in every language.',
      en: 'The sentence in English.',
      zh: 'The same sentence in Chinese.',
      maxLength: 1000,
      isComplete: true,
    }),
  };
}

const citationParts: Readonly<Record<string, JsonSchema>> = {
  citation: {
    description: 'A paragraph of the article, numbered within its chapter as the sections list them.',
    ...objectOf(
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
    description: 'The paragraphs that say so, none twice.',
    type: 'array',
    items: { $ref: '#/definitions/citation' },
    uniqueItems: true,
  },
};

function relationParts(model: Model): Record<string, JsonSchema> {
  return {
    status: {
      description: 'What a curator found when checking: UNCHECKED (the default), CONFIRMED, DOUBTFUL or REFUTED.',
      enum: ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'],
      default: 'UNCHECKED',
    },
    note: localizedText(model, {
      description: 'Why the status is what it is, and for a curated fact where it can be checked; in any language.',
      en: 'The reason in English.',
      zh: 'The reason in Chinese.',
      maxLength: 1000,
    }),
    corrections: corrections(model),
  };
}

function corrections({ types, relationTypes }: Model): JsonSchema {
  const names = relationTypes.map(({ name }) => name).join('|');
  const end = `((${types.map(({ name }) => name).join('|')}):)?${slugPattern}`;
  const example = relationTypes.slice(0, 1).map((type) => `\`${exampleId(type)}\``);
  return {
    description: `Ids of the facts that replace a refuted one, such as ${example.join()}; each shares an end with it and is not itself refuted.`,
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

function exampleId(type: RelationTypeModel): string {
  const ends = (['from', 'to'] as const).map((end) => {
    const [first, ...others] = endTypes(type, end);
    return others.length > 0 ? `${first}:its-slug` : 'its-slug';
  });
  return [type.name, ...ends].join(':');
}
