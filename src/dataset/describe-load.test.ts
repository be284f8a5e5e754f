import { describe, expect, it } from 'vitest';
import { describeLoad } from './describe-load.js';
import type { LoadReport } from './load-report.js';

const none = { added: [], changed: [], removed: [] };
const report: LoadReport = {
  dryRun: false,
  hash: 'h',
  entityCount: 2,
  relationCount: 1,
  schema: none,
  nodes: none,
  relations: none,
  others: [],
  unchanged: true,
};
const changed: LoadReport = {
  ...report,
  unchanged: false,
  schema: { added: ['entity_id'], changed: [{ id: 'tool_slug', fields: ['properties'] }], removed: ['person_slug'] },
  nodes: { added: ['Tool:a'], changed: [{ id: 'Tool:b', fields: ['name', 'slug'] }], removed: ['Tool:c'] },
  relations: { ...none, removed: ['a relation of type KNOWS'] },
};

describe('a load is described', () => {
  it('as nothing when there was nothing to do', () => {
    expect(describeLoad(report)).toEqual([
      'Nothing to do: the graph is exactly the data files, 2 entities and 1 relations.',
    ]);
  });

  it('with what belongs to others', () => {
    const others = ['2 (:Person)', '1 [:OWNS]', 'index people'];
    expect(describeLoad({ ...report, dryRun: true, others })).toEqual([
      'Left alone, because others have written it: 2 (:Person), 1 [:OWNS], index people.',
      'Nothing to change: the graph is exactly the data files, 2 entities and 1 relations.',
    ]);
  });

  it('by every change and their numbers', () => {
    expect(describeLoad(changed)).toEqual([
      '+ entity_id',
      '~ tool_slug: properties',
      '- person_slug',
      '+ Tool:a',
      '~ Tool:b: name, slug',
      '- Tool:c',
      '- a relation of type KNOWS',
      'Of the constraints and indexes: added 1, changed 1, removed 1.',
      'Of the nodes: added 1, changed 1, removed 1.',
      'Of the relations: removed 1.',
      'The graph is now exactly the data files: 2 entities and 1 relations.',
    ]);
  });

  it('in the conditional when it is a dry run', () => {
    expect(describeLoad({ ...changed, dryRun: true }).slice(7)).toEqual([
      'Would add 1, change 1, remove 1 of the constraints and indexes.',
      'Would add 1, change 1, remove 1 of the nodes.',
      'Would remove 1 of the relations.',
      'The graph would then be exactly the data files: 2 entities and 1 relations.',
    ]);
  });

  it('by numbers only when there is much, but a dry run in full', () => {
    const many = Array.from({ length: 50 }, (_, index) => `Tool:t${index}`);
    const large = { ...changed, nodes: { ...none, added: many } };
    expect(describeLoad(large)[0]).toBe('Of the constraints and indexes: added 1, changed 1, removed 1.');
    expect(describeLoad({ ...large, dryRun: true })[52]).toBe('+ Tool:t49');
  });
});
