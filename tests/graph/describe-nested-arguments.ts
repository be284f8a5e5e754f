import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const fields =
  'id ... on Company { tools(where: { name: { contains: "a" } }, last: 2) { nodes { slug } } } relations(types: [USES], last: 3) { nodes { id } pageInfo { endCursor } }';
/** Root fields that return entities: the name, the field with its arguments, and the start of its selection set. */
export const rootFields = [
  ['graph', 'graph(limit: 100)', '{ nodes'],
  ['neighborhood', 'neighborhood(ids: ["Company:openai"], limit: 100)', '{ nodes'],
  ['between', 'between(ids: ["Company:openai", "Tool:wavenet"])', '{ nodes'],
  ['paths', 'paths(from: "Company:baidu", to: "Tool:dall-e")', '{ nodes'],
  ['similar', 'similar(id: "Company:openai")', '{ entity'],
] as const;

/** Tests that fields of the entities of these root fields accept arguments. */
export function describeNestedArguments(cases: readonly (typeof rootFields)[number][]): void {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);

  it.each(cases)(
    'The entities of %s return the same fields with arguments as `nodes` does',
    async (_name, rootField, selectionStart) => {
      const data = await api.query(`{ ${rootField} ${selectionStart} { ${fields} } } }`);
      const entities = findEntities(data);
      expect(entities.length).toBeGreaterThan(1);
      const ids = entities.map(({ id }) => id);
      const { nodes } = await api.query<{ nodes: unknown }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { ${fields} } } }`,
        { ids },
      );
      expect(entities).toEqual(nodes);
    },
  );
}

/** Returns all objects in a response that have `id` and `relations`. */
function findEntities(value: unknown): { id: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'relations' in value) return [value];
  return Object.values(value).flatMap(findEntities);
}
