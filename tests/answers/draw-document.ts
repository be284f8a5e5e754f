import fc, { type Arbitrary } from 'fast-check';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Dataset } from '../../src/dataset/record.js';
import { ArgumentDraws } from './draw-arguments.js';
import { SelectionDraws } from './draw-selection.js';
import { ValueDraws } from './draw-values.js';
import type { DrawnVariable } from './draw-variables.js';
import type { DrawnNode } from './drawn-nodes.js';
import { declaration, DocumentWriter } from './write-document.js';

/** An operation of a generated document. */
export interface DrawnOperation {
  readonly name: string;
  readonly variables: ReadonlyMap<string, DrawnVariable>;
}

/** A generated document: its text, and its operations with their variables. */
export interface DrawnDocument {
  readonly text: string;
  readonly operations: readonly DrawnOperation[];
}

// Search, exports and the model are tested elsewhere; the evaluator does not implement them.
const unanswered = ['search', 'suggest', 'resolve', 'export', 'model'];

/** Generates documents with one operation, or with two that share a fragment; `maxDepth` limits nested entities. */
export function drawnDocument(schema: GraphQLSchema, dataset: Dataset, maxDepth: number): Arbitrary<DrawnDocument> {
  const query = schema.getQueryType();
  if (!query) throw new Error('Expected a type Query in the schema, found none.');
  const selections = new SelectionDraws(schema, new ArgumentDraws(new ValueDraws(dataset)), unanswered);
  const fields = Object.values(query.getFields()).filter(({ name }) => !unanswered.includes(name));
  const drawn = fields.map((field) => rootOf(selections, query, field, maxDepth));
  const one = fc.oneof(...drawn, { arbitrary: selections.typename(query), weight: 1 });
  const roots = fc.oneof(
    { arbitrary: one, weight: 9 },
    { arbitrary: selections.fragment(query, query, one), weight: 1 },
  );
  const some = fc.oneof(
    { arbitrary: roots, weight: 3 },
    { arbitrary: fc.tuple(roots, roots).map((two) => two.flat()), weight: 1 },
  );
  const others = fc.oneof(
    { arbitrary: fc.constant([]), weight: 3 },
    { arbitrary: fc.array(roots, { maxLength: 2 }), weight: 1 },
  );
  return fc.tuple(some, others).map(([shared, own]) => document(query, shared, own));
}

const walks = ['graph', 'neighborhood', 'between', 'paths', 'similar', 'dataset'];
const rich = ['companies', 'tools', 'techniques', 'domains', 'regions'];
const often = ['node', 'nodes', 'relations', 'region', 'company', 'section', 'sections'];

// Do not nest deeper below graph queries: they return hundreds of entities.
function rootOf(
  selections: SelectionDraws,
  query: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  maxDepth: number,
) {
  const depths = walks.includes(field.name) ? [2] : [1, 1, 2, 2, 3].filter((depth) => depth <= maxDepth);
  const arbitrary = fc.oneof(...depths.map((depth) => selections.fields(query, field, depth)));
  return { arbitrary, weight: rich.includes(field.name) ? 10 : often.includes(field.name) ? 4 : 1 };
}

function document(
  query: GraphQLObjectType,
  shared: readonly DrawnNode[],
  own: readonly (readonly DrawnNode[])[],
): DrawnDocument {
  const writer = new DocumentWriter();
  const both: readonly DrawnNode[] =
    own.length > 0 ? [{ kind: 'fragment', on: query, form: 'named', conditions: [], children: shared }] : shared;
  const common = writer.selection(both);
  const operations = (own.length > 0 ? own : [[]]).map((nodes, index) => {
    const rest = writer.selection(nodes);
    const variables = new Map([...common.variables, ...rest.variables]);
    const declared = [...variables].map(([name, variable]) => declaration(name, variable)).join(', ');
    const head = `query Q${index}${declared === '' ? '' : `(${declared})`}`;
    const body = nodes.length > 0 ? `{ ... ${common.text} ... ${rest.text} }` : common.text;
    return { name: `Q${index}`, variables, text: `${head} ${body}` };
  });
  return { text: [...operations.map(({ text }) => text), ...writer.fragments].join('\n'), operations };
}
