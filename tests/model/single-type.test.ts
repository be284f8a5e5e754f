import { expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { parseModel } from '../../src/model/read-model.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

const text = `
"Somebody."
type Person @entity {
  "The people whom the person knows."
  friends: [Person!]! @relationship(type: KNOWS, direction: OUT)
  "The people who know the person."
  knownBy: [Person!]! @relationship(type: KNOWS, direction: IN)
}

"The relation types."
enum RelationType {
  "The first person knows the second."
  KNOWS @relation(from: [PERSON], to: [PERSON]) @phrase(en: "knows", inverse: "is known by")
}
`;

const model = parseModel([{ name: 'schema/people.graphql', text }]);
const neo4j = scratchNeo4j();
const api = serveApi(() => neo4j.database, { model });

it('A model of a single type has the fields of all entities, also where the id is not selected', async () => {
  const source = { file: 'made up', lineOf: () => 1 };
  const metadata = { title: { en: 'People' }, version: '1.0.0', source: 'Made up', publishedOn: '2026-01-01' };
  const person = (slug: string, name: string) => ({
    ...{ type: 'Person', id: `Person:${slug}`, source },
    fields: { slug, name: { en: name }, summary: { en: 'A person.' } },
  });
  const relation = { type: 'KNOWS', id: 'KNOWS:Person:ada:Person:bob', from: 'Person:ada', to: 'Person:bob' };
  await loadDataset(neo4j.database, model, {
    metadata,
    entities: [person('ada', 'Ada'), person('bob', 'Bob')],
    relations: [{ ...relation, fields: { from: 'ada', to: 'bob' }, source }],
  });
  const data = await api.query(`{
    search(text: "Ada") { nodes { name } }
    node(id: "Person:ada") { ... on Person { name } }
    nodes(ids: ["Person:ada"]) { ... on Entity { name } }
    relations { nodes { from { name } to { name } } }
    paths(from: "Person:ada", to: "Person:bob") { nodes { name } }
    neighborhood(ids: ["Person:ada"]) { nodes { name } }
  }`);
  const [ada, bob] = [{ name: 'Ada' }, { name: 'Bob' }];
  expect(data).toEqual({
    search: { nodes: [ada] },
    node: ada,
    nodes: [ada],
    relations: { nodes: [{ from: ada, to: bob }] },
    paths: [{ nodes: [ada, bob] }],
    neighborhood: { nodes: [ada, bob] },
  });
});
