import { describe, expect, it } from 'vitest';
import { problemsAfter } from '../../tests/dataset/dataset-problems.js';
import { type DataFiles, entity, recordOf, reference } from '../../tests/dataset/small-dataset.js';

const invalidRecords: readonly (readonly [string, (files: DataFiles) => void, RegExp])[] = [
  [
    'a slug that is not kebab case',
    (files) => files['company']?.push(entity('Hugging_Face')),
    /^company.yaml:\d+: Company:Hugging_Face: slug: expected The English name in kebab case.*found "Hugging_Face"$/,
  ],
  [
    'a duplicate slug',
    (files) => files['company']?.push(entity('openai')),
    /^company.yaml:\d+: Company:openai: slug: expected a unique slug, found "Company:openai", which is already used at .*company.yaml:1$/,
  ],
  [
    'a missing slug',
    (files) => delete recordOf(files, 'company', 'openai')['slug'],
    /^company.yaml:1: record 1: slug: expected this field, found nothing$/,
  ],
  [
    'an empty name',
    (files) => (recordOf(files, 'tool', 'dall-e')['name'] = {}),
    /^tool.yaml:2: Tool:dall-e: name: expected .*fewer than 1.*found \{\}$/,
  ],
  [
    'a missing summary',
    (files) => delete recordOf(files, 'tool', 'dall-e')['summary'],
    /^tool.yaml:1: Tool:dall-e: summary: expected this field, found nothing$/,
  ],
  [
    'a summary in only one language',
    (files) => (recordOf(files, 'tool', 'dall-e')['summary'] = { en: 'One.' }),
    /^tool.yaml:\d+: Tool:dall-e: summary.zh: expected this field/,
  ],
  [
    'an unknown field',
    (files) => (recordOf(files, 'tool', 'dall-e')['maker'] = 'openai'),
    /^tool.yaml:\d+: Tool:dall-e: maker: expected only the fields slug, name.*found the field "maker"$/,
  ],
  [
    'an unknown kind',
    (files) => (recordOf(files, 'tool', 'dall-e')['kind'] = 'TOY'),
    /^tool.yaml:\d+: Tool:dall-e: kind: expected one of MODEL, ALGORITHM.*found "TOY"$/,
  ],
  [
    'a number instead of text',
    (files) => (recordOf(files, 'tool', 'dall-e')['name'] = { en: 3 }),
    /^tool.yaml:\d+: Tool:dall-e: name.en: expected a value of type string.*found 3$/,
  ],
  [
    'a name with leading space',
    (files) => (recordOf(files, 'tool', 'dall-e')['name'] = { en: ' x' }),
    /^tool.yaml:\d+: Tool:dall-e: name.en: expected .*found " x"$/,
  ],
  [
    'an alias that repeats the name in another letter case',
    (files) => (recordOf(files, 'company', 'openai')['aliases'] = ['Openai']),
    /^company.yaml:\d+: Company:openai: aliases\[0\]: expected a spelling that differs from its names and other aliases/,
  ],
  [
    'a stated entity without a citation',
    (files) => (recordOf(files, 'company', 'openai')['citations'] = []),
    /^company.yaml:\d+: Company:openai: citations: expected .*a stated entity needs a citation.*found \[\]$/,
  ],
  [
    'a curated entity without references',
    (files) => (recordOf(files, 'company', 'openai')['basis'] = 'CURATED'),
    /^company.yaml:\d+: Company:openai: references: expected this field \(a curated entity needs references\), found nothing$/,
  ],
  [
    'a reference without any date',
    (files) => {
      const { retrievedOn: _, ...undatedReference } = reference;
      recordOf(files, 'company', 'openai')['references'] = [undatedReference];
    },
    /^company.yaml:\d+: Company:openai: references\[0\].retrievedOn: expected this field \(a reference without a date needs the day on which it was read\), found nothing$/,
  ],
  [
    'a reference without an address',
    (files) => (recordOf(files, 'company', 'openai')['references'] = [{ ...reference, url: 'example.org' }]),
    /^company.yaml:\d+: Company:openai: references\[0\].url: expected Its address, such as .*, found "example.org"$/,
  ],
  [
    'references to one address that differ in title',
    (files) => {
      recordOf(files, 'company', 'google')['references'] = [reference];
      recordOf(files, 'tool', 'deep-dream')['references'] = [{ ...reference, title: 'Another title' }];
    },
    /^tool.yaml:\d+: Tool:deep-dream: references\[0\].title: expected "A page", as in another reference to this address, found "Another title"$/,
  ],
  [
    'a value without a statement',
    (files) => (recordOf(files, 'company', 'google')['foundedIn'] = 1998),
    /^company.yaml:\d+: Company:google: statements.foundedIn: expected a statement that says where foundedIn comes from, found nothing$/,
  ],
  [
    'a statement without a value',
    (files) => delete recordOf(files, 'company', 'openai')['kind'],
    /^company.yaml:\d+: Company:openai: statements.kind: expected a value of kind, or no statement about it, found no value$/,
  ],
  [
    'a curated statement without references',
    (files) => (recordOf(files, 'company', 'openai')['statements'] = { kind: { basis: 'CURATED' } }),
    /^company.yaml:\d+: Company:openai: statements.kind.references: expected this field \(a curated fact needs references\), found nothing$/,
  ],
  [
    'a statement about a property that needs none',
    (files) => (recordOf(files, 'company', 'openai')['statements'] = { slug: { citations: [] } }),
    /^company.yaml:\d+: Company:openai: statements.slug: expected only the fields kind, foundedIn, .*, found the field "slug"$/,
  ],
  [
    'a statement that cites a paragraph that does not exist',
    (files) =>
      (recordOf(files, 'company', 'openai')['statements'] = { kind: { citations: [{ chapter: 1, paragraph: 4 }] } }),
    /^company.yaml:\d+: Company:openai: statements.kind.citations\[0\]: expected a paragraph of section.yaml \(chapter 1 has 3\)/,
  ],
  [
    'a date that does not exist',
    (files) => (recordOf(files, 'company', 'openai')['operatingStatusCheckedOn'] = '2026-02-30'),
    /^company.yaml:\d+: Company:openai: operatingStatusCheckedOn: expected a value that must match format "date"/,
  ],
  [
    'a former id that another entity has',
    (files) => (recordOf(files, 'company', 'openai')['formerIds'] = ['Company:google']),
    /^company.yaml:\d+: Company:openai: formerIds\[0\]: expected an id that no other entity has or had, found "Company:google", which belongs to Company:google$/,
  ],
  [
    'a former id that two entities claim',
    (files) => {
      recordOf(files, 'company', 'openai')['formerIds'] = ['Tool:gone'];
      recordOf(files, 'tool', 'dall-e')['formerIds'] = ['Tool:gone'];
    },
    /^tool.yaml:\d+: Tool:dall-e: formerIds\[0\]: expected an id that no other entity has or had, found "Tool:gone", which belongs to Company:openai$/,
  ],
  [
    'a citation of a paragraph that does not exist',
    (files) => (recordOf(files, 'company', 'openai')['citations'] = [{ chapter: 1, paragraph: 4 }]),
    /^company.yaml:\d+: Company:openai: citations\[0\]: expected a paragraph of section.yaml \(chapter 1 has 3\), found chapter 1, paragraph 4$/,
  ],
  [
    'a duplicate citation',
    (files) =>
      (recordOf(files, 'company', 'openai')['citations'] = [
        { chapter: 1, paragraph: 1 },
        { paragraph: 1, chapter: 1 },
      ]),
    /^company.yaml:\d+: Company:openai: citations: expected .*duplicate items/,
  ],
  [
    'a dataset.yaml that is not an object',
    (files) => (files['dataset'] = [{}]),
    /^dataset.yaml:1: Dataset: expected a value of type object.*found \[\{\}\]$/,
  ],
  [
    'a tier whose position is taken',
    (files) => (recordOf(files, 'tier', 'midstream')['position'] = 1),
    /^tier.yaml:\d+: Tier:midstream: position: expected a unique position, found 1, which is already used at .*tier.yaml:\d+$/,
  ],
  [
    'a stage that ends before it starts',
    (files) => (recordOf(files, 'stage', 'exploration')['toYear'] = 2009),
    /^stage.yaml:\d+: Stage:exploration: toYear: expected at least 2010, the value of fromYear, or nothing, found 2009$/,
  ],
  [
    'a paragraph in two sections',
    (files) =>
      (recordOf(files, 'section', 'section-1-1')['paragraphs'] = [
        { paragraph: 2, line: 5 },
        { paragraph: 3, line: 9 },
      ]),
    /^section.yaml:\d+: Section:section-1-1: paragraphs\[0\]: expected a paragraph that is listed only once, found paragraph 2 of chapter 1, which Section:section-1 already lists$/,
  ],
  [
    'a paragraph in no section',
    (files) => (recordOf(files, 'section', 'section-1')['paragraphs'] = [{ paragraph: 1, line: 3 }]),
    /^section.yaml:\d+: Section:section-1-1: paragraphs\[0\]: expected paragraph 2 of chapter 1 in some section, found paragraph 3 instead$/,
  ],
  [
    'lines that are not in paragraph order',
    (files) => (recordOf(files, 'section', 'section-1-1')['paragraphs'] = [{ paragraph: 3, line: 4 }]),
    /^section.yaml:\d+: Section:section-1-1: paragraphs\[0\].line: expected a line after 5.*found 4$/,
  ],
  [
    'a duplicate section number',
    (files) =>
      files['section']?.push({
        slug: 'other',
        name: { en: 'Other' },
        summary: { en: 'a', zh: 'b' },
        number: '1',
        paragraphs: [],
      }),
    /^section.yaml:\d+: Section:other: number: expected a unique number, found "1"/,
  ],
];

describe('readDataset reports the file, line, record, field, expectation and finding of', () => {
  it.each(invalidRecords)('%s', async (_, change, expected) => {
    expect(await problemsAfter(change)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });
});
