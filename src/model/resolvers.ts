import type { PartialResolvers } from '../execute/partial-resolvers.js';
import type { Language } from '../generated/graphql.js';
import type { Model, Words } from './model.js';
import { constantCase } from './names.js';
import { hasWithin, isList, isLocalized, relationOf, targetOf, valueTypeOf } from './page-model.js';

/** The value that the resolvers of `Model` receive. */
export type ModelRow = Model;

/** Resolvers that are the same for all models. */
const description = {
  ModelField: {
    label: ({ label }, { lang }) => inWords(label, lang),
    valueType: valueTypeOf,
    values: (field) => (field.kind === 'value' ? (field.values?.values ?? []) : []),
    isLocalized,
    relationType: relationOf,
    direction: (field) => (field.kind === 'related' ? field.direction : null),
    hasWithin,
    target: targetOf,
    isList,
  },
  ModelValue: {
    value: ({ name }) => name,
    label: ({ label }, { lang }) => inWords(label, lang),
  },
  ModelRelationType: {
    type: ({ name }) => name,
    phrase: ({ phrase }, { lang }) => inWords(phrase, lang),
    inverse: ({ inverse }, { lang }) => inWords(inverse, lang),
  },
  ModelPair: {
    from: ([from]) => constantCase(from),
    to: ([, to]) => constantCase(to),
  },
  ModelView: {
    type: ({ type }) => constantCase(type),
    title: ({ title }, { lang }) => inWords(title, lang),
    intro: ({ intro }, { lang }) => inWords(intro, lang),
  },
} satisfies PartialResolvers;

/** The resolvers of the root field `model`, which needs no Cypher query. */
export function modelDescription(model: Model) {
  return {
    Query: { model: () => model },
    ModelType: {
      type: ({ enumName }) => enumName,
      typeName: ({ name }) => name,
      label: ({ label }, { lang }) => inWords(label, lang),
      plural: ({ plural }, { lang }) => inWords(plural, lang),
      isSection: ({ name }) => model.sections?.type === name,
      shape: ({ shape }) => shape,
    },
    ...description,
  } satisfies PartialResolvers;
}

function inWords({ en, zh }: Words, lang: Language): string {
  return lang === 'ZH' ? (zh ?? en) : en;
}
