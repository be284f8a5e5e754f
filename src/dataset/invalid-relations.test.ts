import { describe, expect, it } from 'vitest';
import { problemsAfter } from '../../tests/dataset/dataset-problems.js';
import { type DataFiles, entity, reference, relation } from '../../tests/dataset/small-dataset.js';

type InvalidRelation = readonly [string, (files: DataFiles) => void, RegExp];

const invalidRelations: readonly InvalidRelation[] = [
  [
    'a dangling end',
    (files) => files['relation/develops']?.push(relation('nobody', 'dall-e')),
    /: DEVELOPS:nobody:dall-e: from: expected an existing Company, found "nobody", which does not exist$/,
  ],
  [
    'an end of a type that the relation type does not join',
    (files) => files['relation/measures']?.push(relation('market-2030', 'Planet:earth')),
    /: MEASURES:market-2030:Planet:earth: to: expected The entity that the relation points to: the id of a company, .*found "Planet:earth"$/,
  ],
  [
    'ends whose types cannot be combined',
    (files) => files['relation/part-of']?.push(relation('Region:asia', 'Tier:upstream')),
    /: PART_OF:Region:asia:Tier:upstream: to: expected Region → Region, Segment → Tier, Section → Section, Tool → Tool, found Region → Tier$/,
  ],
  [
    'a relation from an entity to itself',
    (files) => files['relation/feeds']?.push(relation('midstream', 'midstream')),
    /: FEEDS:midstream:midstream: to: expected an entity other than the start of the relation/,
  ],
  [
    'a duplicate relation',
    (files) => files['relation/develops']?.push(relation('openai', 'dall-e')),
    /: DEVELOPS:openai:dall-e: expected at most one relation of a type.*already used at .*develops.yaml:1$/,
  ],
  [
    'a stated relation without a citation',
    (files) => files['relation/develops']?.push({ from: 'google', to: 'deep-dream' }),
    /: DEVELOPS:google:deep-dream: citations: expected this field \(a stated fact needs a citation\), found nothing$/,
  ],
  [
    'a curated relation without references',
    (files) => files['relation/develops']?.push({ from: 'google', to: 'deep-dream', basis: 'CURATED' }),
    /: DEVELOPS:google:deep-dream: references: expected this field \(a curated fact needs references\), found nothing$/,
  ],
  ...['CONFIRMED', 'REFUTED'].map((status): InvalidRelation => [
    `a relation that is ${status} without a note or references`,
    (files) => files['relation/develops']?.push(relation('google', 'deep-dream', { status })),
    /: DEVELOPS:google:deep-dream: note: expected this field \(a confirmed or refuted fact needs a note with the reason, or references\), found nothing$/,
  ]),
  [
    'a doubtful relation without a note, even if it has references',
    (files) =>
      files['relation/develops']?.push(
        relation('google', 'deep-dream', { status: 'DOUBTFUL', references: [reference] }),
      ),
    /: DEVELOPS:google:deep-dream: note: expected this field \(a doubtful fact needs a note with the reason\), found nothing$/,
  ],
  [
    'facts of one paragraph and one end that differ in status without a reason',
    (files) => files['relation/develops']?.push(relation('google', 'deep-dream')),
    /: DEVELOPS:google:deep-dream: status: expected a note with the reason, because facts of the same paragraph and entity differ in status, found UNCHECKED among REFUTED, UNCHECKED, without a note$/,
  ],
  [
    'corrections of a fact that is not refuted',
    (files) =>
      files['relation/develops']?.push(relation('google', 'deep-dream', { corrections: ['DEVELOPS:openai:dall-e'] })),
    /: DEVELOPS:google:deep-dream: status: expected this field \(only a refuted fact has corrections\)/,
  ],
  [
    'a correction that does not exist',
    (files) =>
      files['relation/develops']?.push(
        relation('google', 'deep-dream', {
          status: 'REFUTED',
          note: { en: 'No.' },
          corrections: ['DEVELOPS:openai:deep-dream'],
        }),
      ),
    /: corrections\[0\]: expected the id of an existing relation, found "DEVELOPS:openai:deep-dream"$/,
  ],
  [
    'a correction that is refuted',
    (files) =>
      files['relation/develops']?.push(
        relation('google', 'deep-dream', {
          status: 'REFUTED',
          note: { en: 'No.' },
          corrections: ['DEVELOPS:google:dall-e'],
        }),
      ),
    /: corrections\[0\]: expected a relation that is not refuted itself/,
  ],
  [
    'a correction that shares no end with the refuted relation',
    (files) =>
      files['relation/develops']?.push(
        relation('google', 'deep-dream', {
          status: 'REFUTED',
          note: { en: 'No.' },
          corrections: ['DEVELOPS:openai:dall-e'],
        }),
      ),
    /: corrections\[0\]: expected a relation that shares an end with the refuted one/,
  ],
  [
    'a second parent of an entity',
    (files) => {
      files['region']?.push(entity('europe', { level: 'CONTINENT' }));
      files['relation/part-of']?.push(relation('Region:china', 'Region:europe'));
    },
    /: PART_OF:Region:china:Region:europe: to: expected at most one PART_OF relation from Region:china, found PART_OF:Region:china:Region:asia as well$/,
  ],
  [
    'a second predecessor in a chain',
    (files) => {
      files['tier']?.push(entity('side', { position: 3 }));
      files['relation/feeds']?.push(relation('side', 'midstream'));
    },
    /: FEEDS:side:midstream: from: expected at most one FEEDS relation to Tier:midstream, found FEEDS:upstream:midstream as well$/,
  ],
  [
    'a cycle',
    (files) => files['relation/followed-by']?.push(relation('fusion', 'exploration')),
    /: FOLLOWED_BY:exploration:fusion: to: expected no cycle of FOLLOWED_BY relations, found Stage:exploration → Stage:fusion → Stage:exploration$/,
  ],
  [
    'a parent whose rank is not higher',
    (files) => {
      files['region']?.push(entity('earth', { level: 'COUNTRY' }));
      files['relation/part-of']?.push(relation('Region:asia', 'Region:earth'));
    },
    /: PART_OF:Region:asia:Region:earth: to: expected a Region whose level comes before CONTINENT \(CONTINENT, COUNTRY, CITY\), found one with COUNTRY$/,
  ],
  [
    'a section with the wrong parent',
    (files) => files['relation/part-of']?.push(relation('Section:section-1', 'Section:section-1-1')),
    /: PART_OF:Section:section-1:Section:section-1-1: to: expected section article as the parent of section 1, found section 1.1$/,
  ],
];

describe('readDataset reports the file, line, record, field, expectation and finding of', () => {
  it.each(invalidRelations)('%s', async (_, change, expected) => {
    expect(await problemsAfter(change)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });
});
