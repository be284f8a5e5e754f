import { expect, it } from 'vitest';
import { property, readRootField, requiredText, text } from './execute/resolvers.js';
import { modelResolvers } from './generated/resolvers.js';
import { fieldResolversOf, type ResolverName } from './model/field-resolvers.js';
import { projectModel } from './model/project-model.js';
import { parseModel } from './model/read-model.js';
import { resolversOf } from './resolvers.js';

/** The source code of each kind of resolver, which is the same for every field. */
const sources: Readonly<Record<ResolverName, string>> = {
  readRootField: String(readRootField),
  property: String(property('')),
  text: String(text('')),
  requiredText: String(requiredText('')),
};

it('the generated resolvers equal those that are built from the model', () => {
  const generatedSources = Object.entries(modelResolvers).map(([type, fields]) => [
    type,
    Object.fromEntries(Object.entries(fields).map(([field, resolver]) => [field, String(resolver)])),
  ]);
  const expectedSources = [...fieldResolversOf(projectModel())].map(([type, fields]) => [
    type,
    Object.fromEntries([...fields].map(([field, name]) => [field, sources[name]])),
  ]);
  expect(Object.fromEntries(generatedSources)).toEqual(Object.fromEntries(expectedSources));
});

it('another model has its own resolvers and those of every model', () => {
  const model = parseModel([
    {
      name: 'schema/all.graphql',
      text: `
        "A thing for this test." type Thing @entity {
          "The things beside it." others: [Thing!]! @relationship(type: BESIDE, direction: OUT)
          "The things that it is beside." beside: [Thing!]! @relationship(type: BESIDE, direction: IN) @group
        }
        "The types of relation." enum RelationType {
          "One thing is beside the other." BESIDE @relation(from: [THING], to: [THING]) @phrase(en: "beside", inverse: "beside")
        }`,
    },
  ]);
  const resolvers = resolversOf(model) as Readonly<Record<string, object>>;
  expect(Object.keys(resolvers['Thing'] ?? {})).toEqual(['name', 'summary', 'relations', 'others', 'beside']);
  expect(Object.keys(resolvers['ThingConnection'] ?? {})).toEqual(['groups']);
  expect(Object.keys(resolvers['Query'] ?? {})).toEqual(expect.arrayContaining(['thing', 'things', 'model', 'paths']));
  expect(Object.keys(resolvers)).not.toContain('Company');
});
