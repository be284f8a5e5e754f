import { getNamedType, isLeafType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { overrideRead } from '../../src/neo4j/database.js';
import { buildModelSchema, Evaluator } from '../answers/evaluator/evaluate.js';
import { serveApi, testHttpConfig } from '../setup/api.js';
import { articleDataset } from '../setup/article-dataset.js';
import { sharedNeo4j } from '../setup/databases.js';
import { declaredTypes } from '../setup/declared-model.js';

const neo4j = sharedNeo4j();
const schema = buildModelSchema();
const evaluator = new Evaluator(schema, articleDataset);
/** The names of the statements that read entities, in the order in which they were sent. */
const statementNames: string[] = [];
const sentFrom = (count: number): string[] => statementNames.slice(count);

const database = () =>
  overrideRead(neo4j.database, (statement) => {
    if (!/^(dataset|neo4j)\//.test(statement.name)) statementNames.push(statement.name);
    return neo4j.database.read(statement);
  });
// Each operation requests all lists of a type at once, which costs more than operations may by default.
const http = { ...testHttpConfig, costLimit: 1e9 };
const api = serveApi(database, { http, read: { isCacheEnabled: false, genericReads: 1_000_000 } });
const switching = serveApi(database, { read: { isCacheEnabled: false, genericReads: 3 } });

type Field = GraphQLField<unknown, unknown>;

/** The texts of an entity's stored values, and of the first pages of its lists, two levels deep. */
function selectionOf(type: GraphQLObjectType, depth = 0): string {
  const fields = Object.values(type.getFields());
  const values = fields.filter(({ name, type: valueType }) => name !== 'degree' && isLeafType(getNamedType(valueType)));
  const localized = depth === 0 ? values.filter(isLocalized) : [];
  const languages = localized.map(({ name }) => `${name}_zh: ${name}(lang: ZH)`);
  const lists = depth === 2 ? [] : fields.flatMap((field) => listOf(field, depth));
  return ['__typename', ...values.map(({ name }) => name), ...languages, ...lists].join(' ');
}

const isLocalized = ({ args }: Field): boolean => args.some(({ name }) => name === 'lang');

// Lists of relations, and of entities that cite a section, contain entities of several types.
function listOf({ name, type, args }: Field, depth: number): string[] {
  const connection = getNamedType(type);
  const nodes = isObjectType(connection) ? connection.getFields()['nodes'] : undefined;
  const item = nodes && getNamedType(nodes.type);
  if (!isObjectType(item) || !declaredTypes.includes(item.name) || !args.some(({ name: arg }) => arg === 'orderBy'))
    return [];
  const within = args.some(({ name: arg }) => arg === 'within') ? ', within: false' : '';
  return [`${name}(first: ${5 - depth}${within}) { nodes { ${selectionOf(item, depth + 1)} } }`];
}

describe('The query that operations share', () => {
  beforeAll(() => {
    statementNames.length = 0;
  });

  it.each(declaredTypes)('returns the stored values and first pages of every %s', async (name) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} must be an object type.`);
    const root = name.charAt(0).toLowerCase() + name.slice(1);
    const query = `query Entity($slug: String!) { ${root}(slug: $slug) { ${selectionOf(type)} } }`;
    const entities = articleDataset.entities.filter((entity) => entity.type === name);
    expect(entities.length).toBeGreaterThan(0);
    const countBefore = statementNames.length;
    const check = async (slug: string): Promise<void> => {
      const { data, errors } = evaluator.evaluate({ query, operationName: 'Entity', variables: { slug } });
      expect(errors).toBeUndefined();
      expect(await api.query(query, { slug })).toEqual(JSON.parse(JSON.stringify(data)));
    };
    await Promise.all(entities.map(({ fields }) => check(fields.slug)));
    expect(new Set(sentFrom(countBefore))).toEqual(new Set(['entity/read-tree']));
  });

  it('returns null for an unknown entity', async () => {
    expect(await api.query('{ tool(slug: "no-such-tool") { name } }')).toEqual({ tool: null });
  });

  it('is replaced by a query of its own for an operation that is sent often', async () => {
    const countBefore = statementNames.length;
    const query = 'query ($slug: String!) { company(slug: $slug) { name tools(first: 2) { nodes { name } } } }';
    const responses = [];
    for (let count = 0; count < 5; count += 1) responses.push(await switching.query(query, { slug: 'openai' }));
    expect(sentFrom(countBefore)).toEqual([
      ...Array.from({ length: 3 }, () => 'entity/read-tree'),
      'company',
      'company',
    ]);
    expect(new Set(responses.map((response) => JSON.stringify(response))).size).toBe(1);
  });
});
