import { describe, expect, it } from 'vitest';
import { describeLoad } from './describe-load.js';
import type { LoadReport } from './load-report.js';

const noChanges = { added: [], changed: [], removed: [] };
const report: LoadReport = {
  dryRun: false,
  hash: 'h',
  entityCount: 2,
  relationCount: 1,
  schema: noChanges,
  nodes: noChanges,
  relations: noChanges,
  others: [],
  unchanged: true,
};
const changed: LoadReport = {
  ...report,
  unchanged: false,
  schema: { added: ['entity_id'], changed: [{ id: 'tool_slug', fields: ['properties'] }], removed: ['person_slug'] },
  nodes: { added: ['Tool:a'], changed: [{ id: 'Tool:b', fields: ['name', 'slug'] }], removed: ['Tool:c'] },
  relations: { ...noChanges, removed: ['a relation of type KNOWS'] },
};

describe('describeLoad', () => {
  it('reports that there is nothing to do', () => {
    expect(describeLoad(report)).toEqual([
      'Nothing to do: the graph matches the data files: 2 entities and 1 relations.',
    ]);
  });

  it('lists data of other applications', () => {
    const foreignItems = ['2 (:Person)', '1 [:OWNS]', 'index people'];
    expect(describeLoad({ ...report, dryRun: true, others: foreignItems })).toEqual([
      'Left unchanged, because it belongs to other applications: 2 (:Person), 1 [:OWNS], index people.',
      'Nothing to change: the graph matches the data files: 2 entities and 1 relations.',
    ]);
  });

  it('lists every change and the number of changes', () => {
    expect(describeLoad(changed)).toEqual([
      '+ entity_id',
      '~ tool_slug: properties',
      '- person_slug',
      '+ Tool:a',
      '~ Tool:b: name, slug',
      '- Tool:c',
      '- a relation of type KNOWS',
      'Constraints and indexes: 1 added, 1 changed, 1 removed.',
      'Nodes: 1 added, 1 changed, 1 removed.',
      'Relations: 1 removed.',
      'The graph now matches the data files: 2 entities and 1 relations.',
    ]);
  });

  it('describes the changes of a dry run as future ones', () => {
    expect(describeLoad({ ...changed, dryRun: true }).slice(7)).toEqual([
      'Constraints and indexes: 1 to add, 1 to change, 1 to remove.',
      'Nodes: 1 to add, 1 to change, 1 to remove.',
      'Relations: 1 to remove.',
      'The graph would then match the data files: 2 entities and 1 relations.',
    ]);
  });

  it('prints only the numbers of many changes, but lists all of a dry run', () => {
    const manyIds = Array.from({ length: 50 }, (_, index) => `Tool:t${index}`);
    const largeReport = { ...changed, nodes: { ...noChanges, added: manyIds } };
    expect(describeLoad(largeReport)[0]).toBe('Constraints and indexes: 1 added, 1 changed, 1 removed.');
    expect(describeLoad({ ...largeReport, dryRun: true })[52]).toBe('+ Tool:t49');
  });
});
