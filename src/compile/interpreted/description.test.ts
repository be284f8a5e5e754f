import { getNamedType, isObjectType, Kind, parse, validate, type FieldNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../schema.js';
import { selectRoot, type SelectedField } from '../selection.js';
import { describeRow, type Described } from './description.js';

const schema = buildSchema();

/** What is selected of the entity of a root field. */
function selected(text: string): SelectedField {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const [definition] = document.definitions;
  const query = schema.getQueryType();
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !query) throw new Error(`${text} must be an operation.`);
  const nodes = definition.selectionSet.selections as readonly FieldNode[]; // written in this file
  return selectRoot({ schema, fragments: {}, variableValues: {} }, query, nodes);
}

function described(text: string, isMixed = false): Described | undefined {
  const { definition, selection } = selected(text);
  const type = getNamedType(definition.type);
  if (!isObjectType(type)) throw new Error(`${text} must ask for an object.`);
  return describeRow(schema, { type, fields: selection.get(type.name) ?? [], wording: undefined, isMixed });
}

const argsOf = ({ args }: SelectedField) => args;
const told = (text: string) => described(text)?.describe((field) => argsOf(field as SelectedField));

describe('A selection is described', () => {
  it('by the properties of its values, two for a text in two languages', () => {
    expect(told('{ company(slug: "x") { kind name slug } }')).toEqual({
      leaves: [['kind'], ['name', 'nameZh'], ['slug']],
      lists: [],
    });
  });

  it('by the relations of its lists, which way to follow them, and how far', () => {
    expect(told('{ tool(slug: "x") { companies(first: 2) { nodes { slug } } domains { nodes { id } } } }')).toEqual({
      leaves: [],
      lists: [
        { type: 'DEVELOPS', out: false, label: 'Company', first: 2n, leaves: [['slug']], lists: [] },
        { type: 'BELONGS_TO', out: true, label: 'Domain', first: 20n, leaves: [['id']], lists: [] },
      ],
    });
  });

  it('by the one entity that a relation leads to', () => {
    expect(told('{ region(slug: "x") { parent { slug } } }')).toEqual({
      leaves: [],
      lists: [{ type: 'PART_OF', out: true, label: 'Region', first: 1n, leaves: [['slug']], lists: [] }],
    });
  });

  it('with its id where its type must be found out by that', () => {
    expect(described('{ company(slug: "x") { slug } }', true)?.read([[['Company:x'], ['x']]])).toEqual({
      id: 'Company:x',
      slug: 'x',
    });
  });

  it('with how many rows it may come to', () => {
    const row = described('{ tool(slug: "x") { companies(first: 2) { nodes { tools(first: 3) { nodes { id } } } } } }');
    expect(row?.rows((field) => argsOf(field as SelectedField))).toBe(1 + 2 * (1 + 3));
    expect(row?.depth).toBe(2);
  });
});

describe('A row that was described is read', () => {
  it('with its lists, and the first language there is', () => {
    const row = described('{ tool(slug: "x") { name companies { nodes { summary slug } } } }');
    const packed = [[[null, '名']], [[[[['s'], [null, null]]], [[['t'], ['en', '中']]]]]];
    expect(row?.read(packed)).toEqual({
      name: '名',
      companies: {
        nodes: [
          { slug: 's', summary: null },
          { slug: 't', summary: 'en' },
        ],
      },
    });
  });

  it('with both languages where one is asked for', () => {
    const row = described('{ tool(slug: "x") { name(lang: ZH) } }');
    expect(row?.read([[['en', '中']]])).toEqual({ name: ['en', '中'] });
  });

  it('with what stands under one alone, or nothing', () => {
    const row = described('{ region(slug: "x") { parent { slug } } }');
    expect(row?.read([[], [[[[['y']]]]]])).toEqual({ parent: { slug: 'y' } });
    expect(row?.read([[], [[]]])).toEqual({ parent: null });
    expect(row?.read(null)).toBeNull();
  });
});

describe('A selection is not described', () => {
  it.each([
    ['that filters a list', 'tools(where: { slug: { eq: "x" } }) { nodes { id } }'],
    ['that sorts a list', 'tools(orderBy: [{ field: NAME }]) { nodes { id } }'],
    ['that goes on from a cursor', 'tools(after: "x") { nodes { id } }'],
    ['that counts from the end', 'tools(last: 2) { nodes { id } }'],
    ['that asks for how many there are', 'tools { totalCount nodes { id } }'],
    ['that asks for edges', 'tools { edges { node { id } } }'],
    ['that asks for the parts of a region too', 'regions { nodes { companies { nodes { id } } } }'],
    ['that asks for citations', 'citations { section { id } }'],
    ['that asks for a degree', 'degree'],
    ['that asks for relations', 'relations { nodes { id } }'],
    ['that asks for nothing stored', '__typename'],
    [
      'of many lists within each other',
      'tools { nodes { companies { nodes { tools { nodes { companies { nodes { id } } } } } } } }',
    ],
  ])('%s', (_what, fields) => {
    expect(described(`{ company(slug: "x") { ${fields} } }`)).toBeUndefined();
  });

  it('only for conditions that say nothing', () => {
    expect(
      described('{ company(slug: "x") { tools(where: { not: {}, status: null }) { nodes { id } } } }'),
    ).toBeDefined();
  });
});
