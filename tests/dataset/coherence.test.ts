import { describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';

const dataset: Dataset = await readDataset(projectModel(), 'data');

/** The numbers of entities that relations which are not refuted connect with each other, directly or not. */
function componentSizes(ids: readonly string[]): number[] {
  const neighbors = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to, fields } of dataset.relations) {
    if (fields.status === 'REFUTED') continue;
    neighbors.get(from)?.push(to);
    neighbors.get(to)?.push(from);
  }
  const unvisited = new Set(ids);
  const sizes: number[] = [];
  for (const start of ids) {
    const stack = unvisited.delete(start) ? [start] : [];
    let size = 0;
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      size += 1;
      for (const other of neighbors.get(id) ?? []) if (unvisited.delete(other)) stack.push(other);
    }
    if (size > 0) sizes.push(size);
  }
  return sizes;
}

const idsOf = (isWanted: (type: string) => boolean): string[] =>
  dataset.entities.filter(({ type }) => isWanted(type)).map(({ id }) => id);

describe("the article's graph", () => {
  it('is connected without refuted facts, and so are its sections', () => {
    const entities = idsOf((type) => type !== 'Section');
    const sections = idsOf((type) => type === 'Section');
    expect(componentSizes(entities)).toEqual([entities.length]);
    expect(componentSizes(sections)).toEqual([sections.length]);
  });

  it('has no name or alias that two entities of one type share', () => {
    const owners = new Map<string, Set<string>>();
    for (const { type, id, fields } of dataset.entities) {
      for (const name of [fields.name.en, fields.name.zh, ...(fields.aliases ?? [])]) {
        if (name === undefined) continue;
        const key = `${type} ${name.toLowerCase()}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(id));
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });

  it('has no alias that is a sentence, a number or longer than a name', () => {
    const aliases = dataset.entities.flatMap(({ id, fields }) => (fields.aliases ?? []).map((alias) => [id, alias]));
    expect(aliases.filter(([, alias = '']) => /[，。；：、,;]\s?\p{Script=Han}|^[\d.%]+$/u.test(alias))).toEqual([]);
    expect(aliases.filter(([, alias = '']) => alias.length > (/\p{Script=Han}/u.test(alias) ? 24 : 60))).toEqual([]);
  });

  it('has the date of its check wherever it has an operating status, and an owner wherever that is an acquisition', () => {
    const owned = new Set(dataset.relations.filter(({ type }) => type === 'OWNED_BY').map(({ from }) => from));
    for (const { id, fields } of dataset.entities) {
      expect([id, fields['operatingStatusCheckedOn'] !== undefined]).toEqual([
        id,
        fields['operatingStatus'] !== undefined,
      ]);
      if (fields['operatingStatus'] === 'ACQUIRED') expect([id, owned.has(id)]).toEqual([id, true]);
    }
  });
});
