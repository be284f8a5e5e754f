import type { PartialResolvers } from '../execute/partial-resolvers.js';
import type { Language } from '../generated/graphql.js';
import type { Model, BilingualText } from './model.js';
import { constantCase } from './names.js';
import { pageFieldOf } from './page-model.js';

/** The value that the resolvers of `Model` receive. */
export type ModelRow = Model;

/** Resolvers that are the same for all models. */
const sharedResolvers = {
  Model: { name: ({ name }, { lang }) => textInLanguage(name, lang) },
  ModelField: {
    label: ({ label }, { lang }) => textInLanguage(label, lang),
    valueType: (field) => pageFieldOf(field).valueType,
    values: (field) => (field.kind === 'value' ? (field.values?.values ?? []) : []),
    isLocalized: (field) => pageFieldOf(field).isLocalized,
    relationType: (field) => pageFieldOf(field).relationType,
    direction: (field) => (field.kind === 'related' ? field.direction : null),
    hasWithin: (field) => pageFieldOf(field).hasWithin,
    target: (field) => pageFieldOf(field).target,
    isList: (field) => pageFieldOf(field).isList,
  },
  ModelValue: {
    value: ({ name }) => name,
    label: ({ label }, { lang }) => textInLanguage(label, lang),
  },
  ModelRelationType: {
    type: ({ name }) => name,
    phrase: ({ phrase }, { lang }) => textInLanguage(phrase, lang),
    inverse: ({ inverse }, { lang }) => textInLanguage(inverse, lang),
  },
  ModelPair: {
    from: ([from]) => constantCase(from),
    to: ([, to]) => constantCase(to),
  },
  ModelView: {
    type: ({ type }) => constantCase(type),
    title: ({ title }, { lang }) => textInLanguage(title, lang),
    intro: ({ intro }, { lang }) => textInLanguage(intro, lang),
  },
} satisfies PartialResolvers;

/** The resolvers of the root field `model`, which needs no Cypher query. */
export function modelRootResolvers(model: Model) {
  return {
    Query: { model: () => model },
    ModelType: {
      type: ({ enumName }) => enumName,
      typeName: ({ name }) => name,
      label: ({ label }, { lang }) => textInLanguage(label, lang),
      plural: ({ plural }, { lang }) => textInLanguage(plural, lang),
      isSection: ({ name }) => model.sections?.type === name,
      shape: ({ shape }) => shape,
    },
    ...sharedResolvers,
  } satisfies PartialResolvers;
}

function textInLanguage({ en, zh }: BilingualText, lang: Language): string {
  return lang === 'ZH' ? (zh ?? en) : en;
}
