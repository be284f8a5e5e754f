import fc, { type Arbitrary } from 'fast-check';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Dataset } from '../../src/dataset/record.js';
import { ArgumentGenerator } from './generate-arguments.js';
import { SelectionGenerator } from './generate-selections.js';
import { ValueGenerator } from './generate-values.js';
import type { GeneratedVariable } from './generate-variables.js';
import type { GeneratedNode } from './generated-nodes.js';
import { writeDeclaration, DocumentWriter } from './write-document.js';

/** An operation of a generated document. */
export interface GeneratedOperation {
  readonly name: string;
  readonly variables: ReadonlyMap<string, GeneratedVariable>;
}

/** A generated document: its text, and its operations with their variables. */
export interface GeneratedDocument {
  readonly text: string;
  readonly operations: readonly GeneratedOperation[];
}

// Search, exports and the model are tested elsewhere; the evaluator does not implement them.
const excludedFields = ['search', 'suggest', 'resolve', 'export', 'model'];

/** Generates documents with one operation, or with two that share a fragment; `maxDepth` limits nested entities. */
export function generateDocuments(
  schema: GraphQLSchema,
  dataset: Dataset,
  maxDepth: number,
): Arbitrary<GeneratedDocument> {
  const query = schema.getQueryType();
  if (!query) throw new Error('Expected a type Query in the schema, found none.');
  const generator = new SelectionGenerator(schema, new ArgumentGenerator(new ValueGenerator(dataset)), excludedFields);
  const fields = Object.values(query.getFields()).filter(({ name }) => !excludedFields.includes(name));
  const rootFields = fields.map((field) => generateRootField(generator, query, field, maxDepth));
  const rootField = fc.oneof(...rootFields, { arbitrary: generator.typenameField(query), weight: 1 });
  const rootNodes = fc.oneof(
    { arbitrary: rootField, weight: 9 },
    { arbitrary: generator.fragmentOn(query, query, rootField), weight: 1 },
  );
  const sharedSelections = fc.oneof(
    { arbitrary: rootNodes, weight: 3 },
    { arbitrary: fc.tuple(rootNodes, rootNodes).map((pair) => pair.flat()), weight: 1 },
  );
  const operationSelections = fc.oneof(
    { arbitrary: fc.constant([]), weight: 3 },
    { arbitrary: fc.array(rootNodes, { maxLength: 2 }), weight: 1 },
  );
  return fc
    .tuple(sharedSelections, operationSelections)
    .map(([sharedNodes, operationNodes]) => toDocument(query, sharedNodes, operationNodes));
}

const graphFields = ['graph', 'neighborhood', 'between', 'paths', 'similar', 'dataset'];
const frequentFields = ['companies', 'tools', 'techniques', 'domains', 'regions'];
const commonFields = ['node', 'nodes', 'relations', 'region', 'company', 'section', 'sections'];

// Do not nest deeper below graph queries: they return hundreds of entities.
function generateRootField(
  generator: SelectionGenerator,
  query: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  maxDepth: number,
) {
  const depths = graphFields.includes(field.name) ? [2] : [1, 1, 2, 2, 3].filter((depth) => depth <= maxDepth);
  const selection = fc.oneof(...depths.map((depth) => generator.selectField(query, field, depth)));
  return {
    arbitrary: selection,
    weight: frequentFields.includes(field.name) ? 10 : commonFields.includes(field.name) ? 4 : 1,
  };
}

function toDocument(
  query: GraphQLObjectType,
  sharedNodes: readonly GeneratedNode[],
  operationNodes: readonly (readonly GeneratedNode[])[],
): GeneratedDocument {
  const writer = new DocumentWriter();
  const sharedSelection: readonly GeneratedNode[] =
    operationNodes.length > 0
      ? [{ kind: 'fragment', on: query, form: 'named', conditions: [], children: sharedNodes }]
      : sharedNodes;
  const sharedPart = writer.writeSelection(sharedSelection);
  const operations = (operationNodes.length > 0 ? operationNodes : [[]]).map((nodes, index) => {
    const operationPart = writer.writeSelection(nodes);
    const variables = new Map([...sharedPart.variables, ...operationPart.variables]);
    const declarations = [...variables].map(([name, variable]) => writeDeclaration(name, variable)).join(', ');
    const header = `query Q${index}${declarations === '' ? '' : `(${declarations})`}`;
    const body = nodes.length > 0 ? `{ ... ${sharedPart.text} ... ${operationPart.text} }` : sharedPart.text;
    return { name: `Q${index}`, variables, text: `${header} ${body}` };
  });
  return { text: [...operations.map(({ text }) => text), ...writer.fragments].join('\n'), operations };
}
