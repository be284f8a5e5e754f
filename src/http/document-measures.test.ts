import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DocumentMeasures } from './document-measures.js';

const measure = (text: string): DocumentMeasures => new DocumentMeasures(parse(text));

describe('DocumentMeasures', () => {
  it.each([
    ['{ a }', 1, 1],
    ['{ a { b { c } } d }', 3, 3],
    ['{ a { ... { ... on T { b } } } }', 2, 4],
    ['{ a { ...F } } fragment F on T { b { ...G } } fragment G on T { c { d } }', 4, 6],
    ['{ ...F a { ...F } } fragment F on T { b { c } }', 3, 4],
    ['{ ...F } fragment F on T { a { ...F } }', 1, 3],
    ['{ ...Unknown }', 0, 1],
    ['{ __schema { types { fields { name } } } }', 1, 4],
  ])('%s has %i nested fields and %i nested selections', (text, fields, selections) => {
    expect(measure(text).depth).toEqual({ fields, selections });
  });

  it('counts each alias, directive and fragment as often as it is written', () => {
    const text = `query ($v: Int @a) @b { x: a @c ...F @d ...F ... @e { y: a } }
      fragment F on T @f { z: a } fragment G on T { a }`;
    expect(measure(text)).toMatchObject({ aliases: 3, directives: 6, fragments: 2, schemaAliases: 0 });
  });

  it('counts the aliases of introspection fields', () => {
    const text = 'query { a: __type(name: "T") { b: name ...F } c: d } fragment F on __Type { e: name }';
    expect(measure(text)).toMatchObject({ aliases: 4, schemaAliases: 3 });
    expect(measure(getIntrospectionQuery())).toMatchObject({ aliases: 0, schemaAliases: 0 });
  });

  it('finds the name that occurs most often in one selection set', () => {
    expect(measure('{ a { b c b } d }').repeats).toEqual({ name: 'b', count: 2 });
    expect(measure('{ x: a x: a x: b }').repeats).toEqual({ name: 'x', count: 3 });
    expect(measure('{ ... on T { a } ... on T { a } ...F }').repeats).toEqual({ name: '... on T', count: 2 });
  });

  it('measures each fragment once if fragments expand exponentially', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on T { a { ...F${index + 1} } b { ...F${index + 1} } }`,
    );
    expect(measure(`{ ...F0 } ${fragments.join(' ')} fragment F60 on T { c }`).depth.fields).toBe(61);
  });
});
