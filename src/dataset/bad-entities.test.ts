import { describe, expect, it } from 'vitest';
import { complaints } from '../../tests/dataset/complaints.js';
import { type DataFiles, entity, recordOf } from '../../tests/dataset/data-folder.js';

const badRecords: readonly (readonly [string, (files: DataFiles) => void, RegExp])[] = [
  [
    'a slug that is not kebab case',
    (f) => f['company']?.push(entity('Hugging_Face')),
    /^company.yaml:\d+: Company:Hugging_Face: slug: expected The English name in kebab case.*found "Hugging_Face"$/,
  ],
  [
    'a duplicate slug',
    (f) => f['company']?.push(entity('openai')),
    /^company.yaml:\d+: Company:openai: slug: expected a unique slug, found "Company:openai", which is already used at .*company.yaml:1$/,
  ],
  [
    'a missing slug',
    (f) => delete recordOf(f, 'company', 'openai')['slug'],
    /^company.yaml:1: record 1: slug: expected this field, found nothing$/,
  ],
  [
    'an empty name',
    (f) => (recordOf(f, 'tool', 'dall-e')['name'] = {}),
    /^tool.yaml:2: Tool:dall-e: name: expected .*fewer than 1.*found \{\}$/,
  ],
  [
    'a missing summary',
    (f) => delete recordOf(f, 'tool', 'dall-e')['summary'],
    /^tool.yaml:1: Tool:dall-e: summary: expected this field, found nothing$/,
  ],
  [
    'a summary in only one language',
    (f) => (recordOf(f, 'tool', 'dall-e')['summary'] = { en: 'One.' }),
    /^tool.yaml:\d+: Tool:dall-e: summary.zh: expected this field/,
  ],
  [
    'an unknown field',
    (f) => (recordOf(f, 'tool', 'dall-e')['maker'] = 'openai'),
    /^tool.yaml:\d+: Tool:dall-e: maker: expected only the fields slug, name.*found the field "maker"$/,
  ],
  [
    'an unknown kind',
    (f) => (recordOf(f, 'tool', 'dall-e')['kind'] = 'TOY'),
    /^tool.yaml:\d+: Tool:dall-e: kind: expected one of MODEL, ALGORITHM.*found "TOY"$/,
  ],
  [
    'a number instead of text',
    (f) => (recordOf(f, 'tool', 'dall-e')['name'] = { en: 3 }),
    /^tool.yaml:\d+: Tool:dall-e: name.en: expected a value of type string.*found 3$/,
  ],
  [
    'a name with leading space',
    (f) => (recordOf(f, 'tool', 'dall-e')['name'] = { en: ' x' }),
    /^tool.yaml:\d+: Tool:dall-e: name.en: expected .*found " x"$/,
  ],
  [
    'an alias that repeats the name',
    (f) => (recordOf(f, 'company', 'openai')['aliases'] = ['OpenAI']),
    /^company.yaml:\d+: Company:openai: aliases\[0\]: expected a spelling that differs from its name/,
  ],
  [
    'a stated entity without a citation',
    (f) => (recordOf(f, 'company', 'openai')['citations'] = []),
    /^company.yaml:\d+: Company:openai: citations: expected .*a stated entity needs a citation.*found \[\]$/,
  ],
  [
    'a stated entity with a reference',
    (f) => (recordOf(f, 'company', 'openai')['reference'] = 'x'),
    /^company.yaml:\d+: Company:openai: reference: expected nothing here \(only a curated entity has a reference\), found "x"$/,
  ],
  [
    'a curated entity without a reference',
    (f) => (recordOf(f, 'company', 'openai')['basis'] = 'CURATED'),
    /^company.yaml:\d+: Company:openai: reference: expected this field \(a curated entity needs a reference\), found nothing$/,
  ],
  [
    'a citation of a paragraph that does not exist',
    (f) => (recordOf(f, 'company', 'openai')['citations'] = [{ chapter: 1, paragraph: 4 }]),
    /^company.yaml:\d+: Company:openai: citations\[0\]: expected a paragraph of section.yaml \(chapter 1 has 3\), found chapter 1, paragraph 4$/,
  ],
  [
    'a duplicate citation',
    (f) =>
      (recordOf(f, 'company', 'openai')['citations'] = [
        { chapter: 1, paragraph: 1 },
        { paragraph: 1, chapter: 1 },
      ]),
    /^company.yaml:\d+: Company:openai: citations: expected .*duplicate items/,
  ],
  [
    'a dataset.yaml that is not an object',
    (f) => (f['dataset'] = [{}]),
    /^dataset.yaml:1: Dataset: expected a value of type object.*found \[\{\}\]$/,
  ],
  [
    'a tier whose position is taken',
    (f) => (recordOf(f, 'tier', 'midstream')['position'] = 1),
    /^tier.yaml:\d+: Tier:midstream: position: expected a unique position, found 1, which is already used at .*tier.yaml:\d+$/,
  ],
  [
    'a stage that ends before it starts',
    (f) => (recordOf(f, 'stage', 'exploration')['toYear'] = 2009),
    /^stage.yaml:\d+: Stage:exploration: toYear: expected at least 2010, the value of fromYear, or nothing, found 2009$/,
  ],
  [
    'a paragraph in two sections',
    (f) =>
      (recordOf(f, 'section', 'section-1-1')['paragraphs'] = [
        { paragraph: 2, line: 5 },
        { paragraph: 3, line: 9 },
      ]),
    /^section.yaml:\d+: Section:section-1-1: paragraphs\[0\]: expected a paragraph that is listed only once, found paragraph 2 of chapter 1, which Section:section-1 already lists$/,
  ],
  [
    'a paragraph in no section',
    (f) => (recordOf(f, 'section', 'section-1')['paragraphs'] = [{ paragraph: 1, line: 3 }]),
    /^section.yaml:\d+: Section:section-1-1: paragraphs\[0\]: expected paragraph 2 of chapter 1 in some section, found paragraph 3 instead$/,
  ],
  [
    'lines that are not in paragraph order',
    (f) => (recordOf(f, 'section', 'section-1-1')['paragraphs'] = [{ paragraph: 3, line: 4 }]),
    /^section.yaml:\d+: Section:section-1-1: paragraphs\[0\].line: expected a line after 5.*found 4$/,
  ],
  [
    'a duplicate section number',
    (f) =>
      f['section']?.push({
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
  it.each(badRecords)('%s', async (_, change, expected) => {
    expect(await complaints(change)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });
});
