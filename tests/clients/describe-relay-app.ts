import { isInterfaceType, Kind, parse, type GraphQLInterfaceType, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { serveApi, type Api } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { compileRelayApp } from './relay/compile.js';
import { connectionFields, relayModules } from './relay/documents.js';

interface FirstEntities {
  readonly graph: { readonly nodes: readonly { readonly __typename: string; readonly id: string }[] };
}

/**
 * Tests that the Relay compiler accepts an app on this schema, and that the server executes every `step`th compiled
 * query.
 */
export function describeRelayApp(step: number): void {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);
  const directory = createTemporaryDirectory();
  const schema = buildSchema();
  const entity = findEntityInterface(schema);
  const types = [entity, ...schema.getPossibleTypes(entity)];
  const modules = relayModules(schema, types);
  const connections = [...types, schema.getQueryType() ?? []].flat().flatMap(connectionFields);
  const compilation = compileRelayApp(directory, schema, modules);

  describe('a Relay app on this schema', () => {
    it('can refetch every entity type and paginate every connection', async () => {
      expect(types).toHaveLength(16);
      const { report, queries } = await compilation;
      expect(report).not.toMatch(/error|warn/i);
      expect(queries).toHaveLength(types.length + connections.length);
    });

    it('gets data without errors for compiled queries', async () => {
      const { queries } = await compilation;
      const ids = await readIdByType(api);
      for (const query of queries.filter((_query, index) => index % step === 0)) {
        const id = ids.get(/\.\.\.(\w+?)_/.exec(query)?.[1] ?? '');
        const { data, errors } = await api.send(query, pickVariables(query, { id, text: '图像', first: 2 }));
        expect(errors, query).toBeUndefined();
        expect(Object.values(data ?? {}), query).not.toContain(null);
      }
    });
  });
}

function findEntityInterface(schema: GraphQLSchema): GraphQLInterfaceType {
  const type = schema.getType('Entity');
  if (!isInterfaceType(type)) throw new Error('Expected an interface Entity in the schema, found none.');
  return type;
}

async function readIdByType(api: Api): Promise<Map<string, string>> {
  const { graph } = await api.query<FirstEntities>('{ graph(limit: 10000) { nodes { __typename id } } }');
  const ids = new Map(graph.nodes.map(({ __typename, id }) => [__typename, id]));
  return ids.set('Entity', 'Company:openai');
}

/** Returns the values of the variables that the query declares. */
function pickVariables(query: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = parse(query).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
