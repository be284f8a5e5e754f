import { parseModel } from '../../src/model/read-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { type DataFiles, type LooseRecord, withTemporaryDirectory, writeRecords } from './small-dataset.js';
import { problemsForModel } from './dataset-problems.js';

const text = `
"A piece of music."
type Work @entity(orderedBy: "year") {
  "The year in which it was finished."
  year: Int! @sort
  "The year in which it was first played; null if that is unknown."
  played: Int @atLeast(field: "year") @filter
  "The number in a catalogue of works."
  catalogue: String @unique @filter @label(en: "entry of a catalogue")
  "Whether it is sung."
  isSung: Boolean!
  "How many minutes it takes."
  minutes: Float @range(min: 1)
  "The inscription above its first bar."
  motto: String @localized @filter
  "How large it is."
  size: Size! @rank(along: PART_OF)
  "Who wrote it."
  composer: Composer @relationship(type: WROTE)
  "The work that it is a part of."
  whole: Work @relationship(type: PART_OF, direction: OUT)
  "Its parts."
  parts: [Work!]! @relationship(type: PART_OF, direction: IN)
  "The works that it quotes."
  quotes: [Work!]! @relationship(type: QUOTES, direction: OUT)
  "The works that quote it."
  quotedBy: [Work!]! @relationship(type: QUOTES, direction: IN)
}

"The size of a work, from the largest to the smallest."
enum Size {
  "Several evenings."
  CYCLE
  "One evening."
  OPERA
  "A part of an evening."
  ACT
}

"Somebody who writes music."
type Composer @entity(orderedBy: "number") {
  "The rank in the hall of fame, such as 2 or 2b."
  number: String! @unique
  "The works that the composer wrote."
  works: [Work!]! @relationship(type: WROTE)
}

"The types of relation."
enum RelationType {
  "The composer wrote the work."
  WROTE @relation(from: [COMPOSER], to: [WORK]) @phrase(en: "wrote", inverse: "was written by")
  "The first work is a part of the second."
  PART_OF @relation(from: [WORK], to: [WORK]) @phrase(en: "is part of", inverse: "has the part") @acyclic
  "The first work quotes the second."
  QUOTES @relation(from: [WORK], to: [WORK]) @phrase(en: "quotes", inverse: "is quoted by") @acyclic
}
`;

/** A model of another domain: English only, without sections. */
export const musicModel = parseModel([{ name: 'music.graphql', text }]);

/** Returns a work or a composer that is valid. */
export function musicRecord(slug: string, fields: LooseRecord): LooseRecord {
  return { slug, name: { en: slug }, summary: { en: 'A test record.' }, ...fields };
}

function createMusicFiles(): DataFiles {
  return {
    composer: [musicRecord('wagner', { number: '2' })],
    work: [
      musicRecord('ring', { year: 1874, played: 1876, isSung: true, size: 'CYCLE', catalogue: 'OP 86' }),
      musicRecord('rheingold', { year: 1854, isSung: true, size: 'OPERA', minutes: 150.5, motto: { en: 'E flat' } }),
      musicRecord('siegfried', { year: 1871, isSung: true, size: 'OPERA' }),
    ],
    'relation/wrote': [{ from: 'wagner', to: 'ring' }],
    'relation/part-of': [{ from: 'rheingold', to: 'ring' }],
    'relation/quotes': [
      { from: 'siegfried', to: 'rheingold' },
      { from: 'ring', to: 'rheingold' },
    ],
  };
}

/** Returns the music dataset after a change. */
export function readMusic(change: (files: DataFiles) => void = () => undefined): Promise<Dataset> {
  return withTemporaryDirectory((dir) => writeMusic(dir, change).then(() => readDataset(musicModel, dir)));
}

/** Returns the problems of the music dataset after a change: one line each. */
export function musicProblemsAfter(change: (files: DataFiles) => void): Promise<string[]> {
  return withTemporaryDirectory((dir) => writeMusic(dir, change).then(() => problemsForModel(musicModel, dir)));
}

function writeMusic(dir: string, change: (files: DataFiles) => void): Promise<void> {
  const about = { title: { en: 'Music' }, version: '1.0.0', source: 'A test', publishedOn: '2025-01-03' };
  const files = createMusicFiles();
  change(files);
  return writeRecords(dir, { about, files });
}
