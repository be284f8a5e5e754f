import { expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const fields =
  'id ... on Company { tools(where: { name: { contains: "a" } }, last: 2) { nodes { slug } } } relations(types: [USES], last: 3) { nodes { id } pageInfo { endCursor } }';
/** Root fields that return entities: the name, the field with its arguments, and the start of its selection set. */
export const roots = [
  ['graph', 'graph(limit: 100)', '{ nodes'],
  ['neighborhood', 'neighborhood(ids: ["Company:openai"], limit: 100)', '{ nodes'],
  ['between', 'between(ids: ["Company:openai", "Tool:wavenet"])', '{ nodes'],
  ['paths', 'paths(from: "Company:baidu", to: "Tool:dall-e")', '{ nodes'],
  ['similar', 'similar(id: "Company:openai")', '{ entity'],
] as const;

/** Tests that fields of the entities of these root fields accept arguments. */
export function describeArgumentsBelow(some: readonly (typeof roots)[number][]): void {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);

  it.each(some)(
    'The entities of %s return the same fields with arguments as `nodes` does',
    async (_name, root, open) => {
      const found = await api.ask(`{ ${root} ${open} { ${fields} } } }`);
      const entities = entitiesIn(found);
      expect(entities.length).toBeGreaterThan(1);
      const ids = entities.map(({ id }) => id);
      const { nodes } = await api.ask<{ nodes: unknown }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { ${fields} } } }`,
        { ids },
      );
      expect(entities).toEqual(nodes);
    },
  );
}

/** Returns all objects in a response that have `id` and `relations`. */
function entitiesIn(value: unknown): { id: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'relations' in value) return [value];
  return Object.values(value).flatMap(entitiesIn);
}
