import { describe, expect, it } from 'vitest';
import type { DataFiles } from '../../tests/dataset/small-dataset.js';
import { recordOf } from '../../tests/dataset/small-dataset.js';
import { musicProblemsAfter, musicModel, musicRecord, readMusic } from '../../tests/dataset/music.js';
import { buildGraph } from './build-graph.js';

const workRecord = (files: DataFiles, slug: string) => recordOf(files, 'work', slug);

describe('data of another model, in one language and without sections', () => {
  it('are valid', async () => {
    expect(await musicProblemsAfter(() => undefined)).toEqual([]);
  });

  it('are stored as the types of their fields', async () => {
    const { nodes, relations } = buildGraph(musicModel, await readMusic());
    const propertiesOf = (id: string) => nodes.find((node) => node.id === id)?.properties;
    expect(propertiesOf('Work:rheingold')).toMatchObject({
      name: 'rheingold',
      citations: [],
      sortKey: '1854\u0001rheingold',
      year: 1854n,
      isSung: true,
      size: 'OPERA',
      minutes: 150.5,
      motto: 'E flat',
      mottoKey: '\ne flat\n',
    });
    expect(propertiesOf('Work:ring')).toMatchObject({ catalogue: 'OP 86', catalogueKey: '\nop 86\n', played: 1876n });
    expect(propertiesOf('Composer:wagner')).toMatchObject({ number: '2', sortKey: '0002' });
    for (const absentProperty of ['nameZh', 'summaryZh', 'mottoZh', 'played', 'catalogue', 'catalogueKey']) {
      expect(propertiesOf('Work:rheingold')).not.toHaveProperty(absentProperty);
    }
    expect(nodes.find(({ id }) => id === 'Dataset')?.properties).not.toHaveProperty('titleZh');
    expect(relations.map(({ id }) => id)).toContain('WROTE:wagner:ring');
  });
});

const invalidMusic: readonly (readonly [string, (files: DataFiles) => void, RegExp])[] = [
  [
    'a name in a language that the model does not have',
    (files) => (workRecord(files, 'ring')['name'] = { en: 'Ring', zh: '指环' }),
    /^work.yaml:\d+: Work:ring: name.zh: expected only the fields en, found the field "zh"$/,
  ],
  [
    'a missing name in the only language',
    (files) => (workRecord(files, 'ring')['name'] = {}),
    /: Work:ring: name.en: expected this field \(The name in English\.\), found nothing$/,
  ],
  [
    'a citation in a model without citations',
    (files) => (workRecord(files, 'ring')['citations'] = []),
    /: Work:ring: citations: expected only the fields slug, name, .*, found the field "citations"$/,
  ],
  [
    'a citation of a relation in a model without citations',
    (files) => files['relation/wrote']?.push({ from: 'wagner', to: 'siegfried', citations: [] }),
    /: WROTE:wagner:siegfried: citations: expected only the fields from, to, .*, found the field "citations"$/,
  ],
  [
    'a curated entity without references',
    (files) => (workRecord(files, 'ring')['basis'] = 'CURATED'),
    /: Work:ring: references: expected this field \(a curated entity needs references\), found nothing$/,
  ],
  [
    'a curated relation without references',
    (files) => files['relation/wrote']?.push({ from: 'wagner', to: 'siegfried', basis: 'CURATED' }),
    /: WROTE:wagner:siegfried: references: expected this field \(a curated fact needs references\), found nothing$/,
  ],
  [
    'a missing required value',
    (files) => delete workRecord(files, 'ring')['isSung'],
    /: Work:ring: isSung: expected this field, found nothing$/,
  ],
  [
    'text instead of a boolean',
    (files) => (workRecord(files, 'ring')['isSung'] = 'yes'),
    /: Work:ring: isSung: expected a value of type boolean \(Whether it is sung\.\), found "yes"$/,
  ],
  [
    'a number that is not an integer',
    (files) => (workRecord(files, 'ring')['year'] = 1874.5),
    /: Work:ring: year: expected a value of type integer \(The year in which it was finished\.\), found 1874.5$/,
  ],
  [
    'an integer that the API cannot return',
    (files) => (workRecord(files, 'ring')['year'] = 3_000_000_000),
    /: Work:ring: year: expected a value that must be <= 2147483647 .*, found 3000000000$/,
  ],
  [
    'a number below its range',
    (files) => (workRecord(files, 'ring')['minutes'] = 0.5),
    /: Work:ring: minutes: expected a value that must be >= 1 .*, found 0.5$/,
  ],
  [
    'a value that the enum does not have',
    (files) => (workRecord(files, 'ring')['size'] = 'SONG'),
    /: Work:ring: size: expected one of CYCLE, OPERA, ACT, found "SONG"$/,
  ],
  [
    'a number below its lower bound',
    (files) => (workRecord(files, 'ring')['played'] = 1870),
    /: Work:ring: played: expected at least 1874, the value of year, or nothing, found 1870$/,
  ],
  [
    'a duplicate unique value',
    (files) => (workRecord(files, 'siegfried')['catalogue'] = 'OP 86'),
    /: Work:siegfried: catalogue: expected a unique entry of a catalogue, found "OP 86", which is already used at .*work.yaml:\d+$/,
  ],
  [
    'a parent of the same rank',
    (files) => files['relation/part-of']?.push({ from: 'siegfried', to: 'rheingold' }),
    /: PART_OF:siegfried:rheingold: to: expected a Work whose size comes before OPERA \(CYCLE, OPERA, ACT\), found one with OPERA$/,
  ],
  [
    'two related entities of a field that returns one',
    (files) => {
      files['composer']?.push(musicRecord('liszt', { number: '3' }));
      files['relation/wrote']?.push({ from: 'liszt', to: 'ring' });
    },
    /: WROTE:liszt:ring: from: expected at most one WROTE relation to Work:ring, found WROTE:wagner:ring as well$/,
  ],
  [
    'a cycle next to other relations',
    (files) => files['relation/quotes']?.push({ from: 'rheingold', to: 'siegfried' }),
    /: QUOTES:siegfried:rheingold: to: expected no cycle of QUOTES relations, found Work:siegfried → Work:rheingold → Work:siegfried$/,
  ],
  [
    'an end that does not exist',
    (files) => files['relation/wrote']?.push({ from: 'nobody', to: 'siegfried' }),
    /: WROTE:nobody:siegfried: from: expected an existing Composer, found "nobody", which does not exist$/,
  ],
  [
    'a correction of an unknown relation type',
    (files) =>
      files['relation/quotes']?.push({
        ...{ from: 'ring', to: 'siegfried', status: 'REFUTED', note: { en: 'No.' } },
        corrections: ['DEVELOPS:ring:siegfried'],
      }),
    /: QUOTES:ring:siegfried: corrections\[0\]: expected The id of a relation, such as `WROTE:its-slug:its-slug`\., found "DEVELOPS:ring:siegfried"$/,
  ],
];

describe('reading them reports the file, line, record, field, expectation and finding of', () => {
  it.each(invalidMusic)('%s', async (_, change, expected) => {
    expect(await musicProblemsAfter(change)).toEqual([expect.stringMatching(expected)]);
  });

  it('a file of another model', async () => {
    const lines = await musicProblemsAfter((files) => (files['company'] = []));
    expect(lines).toEqual([
      'company.yaml:1: expected a file named after an entity type, such as composer.yaml, or a relation type, such as relation/wrote.yaml, found the name company.yaml',
    ]);
  });
});
