import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { projectModel } from '../../src/model/project-model.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';

/** A record of a data file; tests may make it invalid. */
export type LooseRecord = Record<string, unknown>;

/** The records of a dataset by file name, such as `company` or `relation/develops`. */
export type DataFiles = Record<string, LooseRecord[]>;

const summary = { en: 'A test record.', zh: '测试用的记录。' };
const citations = [{ chapter: 1, paragraph: 1 }];

/** Returns a valid entity record. */
export function entity(slug: string, overrides: LooseRecord = {}): LooseRecord {
  return { slug, name: { en: `Name of ${slug}` }, summary, citations, ...overrides };
}

/** Returns the kind of a company or tool, with the statement that it needs. */
function kindOf(kind: string): LooseRecord {
  return { kind, statements: { kind: { basis: 'CURATED', references: [reference] } } };
}

/** A reference for curated records. */
export const reference = {
  title: 'A page',
  publisher: 'A site',
  url: 'https://example.org/page',
  retrievedOn: '2026-11-29',
};

/** Returns a relation record that is valid if its ends exist. */
export function relation(from: string, to: string, overrides: LooseRecord = {}): LooseRecord {
  return { from, to, citations, ...overrides };
}

/** Returns a valid dataset with one or two records of the types that tests use. */
function createSmallDataset(): DataFiles {
  const { types, relationTypes } = projectModel();
  return {
    ...Object.fromEntries([...types, ...relationTypes].map(({ file }) => [file, []])),
    company: [
      entity('openai', { name: { en: 'OpenAI' }, ...kindOf('STARTUP') }),
      entity('google', { aliases: ['谷歌'] }),
    ],
    tool: [
      entity('dall-e', kindOf('MODEL')),
      entity('deep-dream', { citations: [...citations, { chapter: 1, paragraph: 3 }] }),
    ],
    domain: [entity('image', { name: { en: 'Image', zh: '图像' } })],
    region: [entity('asia', { level: 'CONTINENT' }), entity('china', { level: 'COUNTRY', name: { zh: '中国' } })],
    tier: [entity('upstream', { position: 1 }), entity('midstream', { position: 2 })],
    stage: [entity('exploration', { fromYear: 2010, toYear: 2014 }), entity('fusion', { fromYear: 2021 })],
    statistic: [entity('market-2030', { value: 11500, unit: { zh: '亿元' }, year: 2030, kind: 'FORECAST' })],
    section: [
      sectionRecord('1', [
        [1, 3],
        [2, 5],
      ]),
      sectionRecord('1.1', [[3, 9]]),
    ],
    'relation/develops': [
      relation('openai', 'dall-e', { status: 'CONFIRMED', note: { en: 'It is.' } }),
      relation('google', 'dall-e', {
        status: 'REFUTED',
        note: { en: 'It is not.' },
        corrections: ['DEVELOPS:openai:dall-e'],
      }),
    ],
    'relation/belongs-to': [relation('dall-e', 'image')],
    'relation/part-of': [relation('Region:china', 'Region:asia'), relation('Section:section-1-1', 'Section:section-1')],
    'relation/feeds': [relation('upstream', 'midstream')],
    'relation/followed-by': [relation('exploration', 'fusion')],
    'relation/measures': [relation('market-2030', 'Region:china')],
  };
}

function sectionRecord(number: string, paragraphs: readonly (readonly [number, number])[]): LooseRecord {
  const { citations: _, ...rest } = entity(`section-${number.replace('.', '-')}`);
  return { ...rest, number, paragraphs: paragraphs.map(([paragraph, line]) => ({ paragraph, line })) };
}

/**
 * Writes the small dataset, after a change, into a temporary directory; returns its path. The test removes it at its
 * end.
 */
export async function writeDataset(change: (files: DataFiles) => void = () => undefined): Promise<string> {
  const dir = await createDirectory();
  onTestFinished(() => removeDirectory(dir));
  await writeFiles(dir, change);
  return dir;
}

/** Returns the small dataset, after a change; may be called outside a test. */
export async function readSmallDataset(change: (files: DataFiles) => void = () => undefined): Promise<Dataset> {
  return withTemporaryDirectory((dir) => writeFiles(dir, change).then(() => readDataset(projectModel(), dir)));
}

/** Runs work with a temporary directory that is removed afterwards. */
export async function withTemporaryDirectory<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await createDirectory();
  try {
    return await work(dir);
  } finally {
    await removeDirectory(dir);
  }
}

async function writeFiles(dir: string, change: (files: DataFiles) => void): Promise<void> {
  const files = createSmallDataset();
  change(files);
  const about = { title: { en: 'Small', zh: '小' }, version: '1.0.0', source: 'A test', publishedOn: '2025-01-03' };
  await writeRecords(dir, { about, files });
}

/** Writes the data files and `dataset.yaml`. */
export async function writeRecords(
  dir: string,
  { about, files }: { readonly about: LooseRecord; readonly files: DataFiles },
): Promise<void> {
  for (const [name, content] of Object.entries({ dataset: about, ...files })) {
    await writeText(dir, name, stringify(content, { aliasDuplicateObjects: false }));
  }
}

function createDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'aigc-atlas-data-'));
}

function removeDirectory(dir: string): Promise<void> {
  return rm(dir, { recursive: true, force: true });
}

/** Writes the text of one data file. */
export async function writeText(dir: string, name: string, text: string): Promise<void> {
  const path = join(dir, `${name}.yaml`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Returns the record with this slug. */
export function recordOf(files: DataFiles, file: string, slug: string): LooseRecord {
  const record = files[file]?.find((candidate) => candidate['slug'] === slug);
  if (record === undefined) throw new Error(`Expected a record with the slug ${slug} in ${file}, found none.`);
  return record;
}
