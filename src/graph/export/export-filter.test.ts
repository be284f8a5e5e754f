import { describe, expect, it } from 'vitest';
import { projectModel } from '../../model/project-model.js';
import { parseExportFilter } from './export-filter.js';

const model = projectModel();

describe('the query parameters of an export', () => {
  it('default to the entire graph', () => {
    expect(parseExportFilter(model, {})).toEqual({ limit: 10_000 });
  });

  it('accept comma-separated or repeated lists in any order and case, and normalize them', () => {
    const filter = { entityTypes: ['Company', 'Tool'], types: ['DEVELOPS'], limit: 5 };
    expect(parseExportFilter(model, { entityTypes: 'COMPANY,TOOL', types: 'DEVELOPS', limit: '5' })).toEqual(filter);
    expect(
      parseExportFilter(model, { entityTypes: ['tool', 'Company,tool'], types: ['develops'], limit: '05' }),
    ).toEqual(filter);
  });

  it.each([
    [{ entityTypes: 'COMPANY,PLANET' }, '`entityTypes` must be a comma-separated list of COMPANY, TOOL, '],
    [{ types: '' }, '`types` must be a comma-separated list of DEVELOPS, '],
    [{ limit: '0' }, '`limit` must be a whole number from 1 to 10000, but got "0".'],
    [{ limit: '10001' }, '`limit` must be a whole number from 1 to 10000, but got "10001".'],
    [{ limit: '1e3' }, 'but got "1e3".'],
    [{ limit: ['1', '2'] }, 'but got ["1","2"].'],
    [{ depth: '2' }, 'takes the parameters entityTypes, types and limit, but got `depth`. Leave it out.'],
  ])('reject %j with the expected and the actual value', (parameters, message) => {
    expect(() => parseExportFilter(model, parameters)).toThrow(message);
  });
});
