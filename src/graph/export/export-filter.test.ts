import { describe, expect, it } from 'vitest';
import { projectModel } from '../../model/project-model.js';
import { readExportFilter } from './export-filter.js';

const model = projectModel();

describe('The query parameters of an export', () => {
  it('default to the whole graph', () => {
    expect(readExportFilter(model, {})).toEqual({ limit: 10_000 });
  });

  it('take lists with commas or repeated, in any order and case, and give one filter for each meaning', () => {
    const filter = { entityTypes: ['Company', 'Tool'], types: ['DEVELOPS'], limit: 5 };
    expect(readExportFilter(model, { entityTypes: 'COMPANY,TOOL', types: 'DEVELOPS', limit: '5' })).toEqual(filter);
    expect(
      readExportFilter(model, { entityTypes: ['tool', 'Company,tool'], types: ['develops'], limit: '05' }),
    ).toEqual(filter);
  });

  it.each([
    [{ entityTypes: 'COMPANY,PLANET' }, '`entityTypes` must be a list, separated by commas, of COMPANY, TOOL, '],
    [{ types: '' }, '`types` must be a list, separated by commas, of DEVELOPS, '],
    [{ limit: '0' }, '`limit` must be a whole number from 1 to 10000, but got "0".'],
    [{ limit: '10001' }, '`limit` must be a whole number from 1 to 10000, but got "10001".'],
    [{ limit: '1e3' }, 'but got "1e3".'],
    [{ limit: ['1', '2'] }, 'but got ["1","2"].'],
    [{ depth: '2' }, 'takes the parameters entityTypes, types and limit, but got `depth`. Leave it out.'],
  ])('refuse %j with what was expected and what was found', (parameters, message) => {
    expect(() => readExportFilter(model, parameters)).toThrow(message);
  });
});
