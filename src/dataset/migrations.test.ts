import { describe, expect, it } from 'vitest';
import { entityTypes } from '../entity/entity-types.js';
import { cypherFile } from '../neo4j/cypher-file.js';
import { relationTypes } from '../relation/relation-types.js';
import { madeBy, migrations } from './migrations.js';

describe('the migrations', () => {
  it.each(migrations())('%s makes what it is named for, once', (migration) => {
    const text = cypherFile(`migrations/${migration}`);
    const made = /^CREATE (?:CONSTRAINT|(?:TEXT |FULLTEXT )?INDEX) (\w+) IF NOT EXISTS$/gm;
    expect([...text.matchAll(made)].map(([, name]) => name)).toEqual([madeBy(migration)]);
  });

  it('have numbers of their own', () => {
    const numbers = migrations().map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('cover every type of entity and relation', () => {
    const made = migrations().map(madeBy);
    const wanted = [
      ...entityTypes.flatMap((type) => ['slug', 'sort_key', 'name_key'].map((key) => `${type.toLowerCase()}_${key}`)),
      ...relationTypes.map((type) => `${type.toLowerCase()}_id`),
    ];
    expect(made).toEqual(expect.arrayContaining(wanted));
  });
});
