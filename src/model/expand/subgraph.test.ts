import { Kind, parse, printType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema, buildApi } from '../../schema.js';
import { projectModel } from '../project-model.js';
import { printSubgraphSdl } from './subgraph.js';

const model = projectModel();
const sdl = printSubgraphSdl(model, buildApi(model).sdl);
const { definitions } = parse(sdl);

/** The directives of an object type, each with the fields of its key. */
function directivesOf(type: string): string[] {
  const definition = definitions.find((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === type);
  const directives = definition && 'directives' in definition ? (definition.directives ?? []) : [];
  return directives.map(({ name, arguments: [key] = [] }) =>
    key?.value.kind === Kind.STRING ? `${name.value} ${key.value.value}` : name.value,
  );
}

describe('the SDL for composition', () => {
  it('has the keys of entities and relations, and shares only PageInfo', () => {
    for (const { name } of model.types) expect([name, ...directivesOf(name)]).toEqual([name, 'key id', 'key slug']);
    expect(directivesOf('Relation')).toEqual(['key id']);
    expect(directivesOf('PageInfo')).toEqual(['shareable']);
    expect(directivesOf('CompanyConnection')).toEqual([]);
  });

  it('has no directives of the compiler, and neither _service nor _entities', () => {
    expect(new Set(sdl.match(/@\w+/g))).toEqual(new Set(['@link', '@key', '@shareable']));
    expect(sdl).not.toMatch(/_service|_entities|_Any/);
  });
});

describe('the schema of a subgraph', () => {
  const plainTypes = buildSchema(model).getTypeMap();
  const types = buildSchema(model, true).getTypeMap();

  it('adds two root fields and three types', () => {
    const names = Object.keys(types).filter((name) => !(name in plainTypes));
    expect(names.toSorted()).toEqual(['_Any', '_Entity', '_Service']);
    const query = buildSchema(model, true).getQueryType();
    const plainFields = Object.keys(buildSchema(model).getQueryType()?.getFields() ?? {});
    expect(Object.keys(query?.getFields() ?? {})).toEqual([...plainFields, '_service', '_entities']);
  });

  it('leaves every other type as it is', () => {
    for (const [name, type] of Object.entries(plainTypes)) {
      const subgraphType = types[name];
      if (name !== 'Query') expect(subgraphType && printType(subgraphType)).toBe(printType(type));
    }
  });
});
