import { expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { parseModel } from '../../src/model/read-model.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

const typeCount = 30;
const relationCount = 60;

const typeName = (index: number): string =>
  `Kind${String.fromCharCode(65 + Math.floor(index / 5))}${'abcde'.charAt(index % 5)}`;
const enumName = (index: number): string => typeName(index).replace(/^Kind/, 'KIND_').toUpperCase();

/** The indexes of the types that a relation type connects. */
const endpointsOf = (relation: number): readonly [from: number, to: number] => [
  relation % typeCount,
  (relation * 7 + 4) % typeCount,
];

const relations = Array.from({ length: relationCount }, (_, index) => ({
  name: `REL_${index}`,
  ends: endpointsOf(index),
}));

function typeText(index: number): string {
  const fields = relations.flatMap(({ name, ends: [from, to] }, number) => [
    ...(from === index
      ? [`"Targets of ${name}." to${number}: [${typeName(to)}!]! @relationship(type: ${name}, direction: OUT) @filter`]
      : []),
    ...(to === index
      ? [`"Sources of ${name}." from${number}: [${typeName(from)}!]! @relationship(type: ${name}, direction: IN) @sort`]
      : []),
  ]);
  return `"Type number ${index}." type ${typeName(index)} @entity {\n"The size." size: Int @filter @sort\n${fields.join('\n')}\n}`;
}

const relationTexts = relations.map(
  ({ name, ends: [from, to] }) =>
    `"Relation ${name}." ${name} @relation(from: [${enumName(from)}], to: [${enumName(to)}]) @phrase(en: "links to", inverse: "linked from")`,
);

const model = parseModel([
  {
    name: 'schema/all.graphql',
    text: [
      ...Array.from({ length: typeCount }, (_, index) => typeText(index)),
      `"The relation types." enum RelationType {\n${relationTexts.join('\n')}\n}`,
    ].join('\n'),
  },
]);
const neo4j = scratchNeo4j();
const api = serveApi(() => neo4j.database, { model });

it('A server supports a model of 30 types and 60 relation types', async () => {
  const source = { file: 'made up', lineOf: () => 1 };
  const metadata = { title: { en: 'Many types' }, version: '1.0.0', source: 'Made up', publishedOn: '2026-01-01' };
  const entities = model.types.map(({ name }) => ({
    type: name,
    id: `${name}:one`,
    fields: { slug: 'one', name: { en: `One ${name}` }, summary: { en: 'One of them.' }, size: 1 },
    source,
  }));
  await loadDataset(neo4j.database, model, { metadata, entities, relations: [] });
  const lists = model.types.map(({ listField }) => `${listField} { totalCount }`).join(' ');
  const data = await api.query<Record<string, { totalCount: number }>>(`{ ${lists} }`);
  expect(Object.values(data)).toEqual(Array.from({ length: typeCount }, () => ({ totalCount: 1 })));
  const { model: described } = await api.query<{
    model: { types: { color: string; shape: string }[]; relationTypes: object[] };
  }>('{ model { types { color shape } relationTypes { type } } }');
  expect(described.relationTypes).toHaveLength(relationCount);
  expect(new Set(described.types.map(({ color, shape }) => `${color} ${shape}`)).size).toBe(typeCount);
});
