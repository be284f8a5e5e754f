import { createHash } from 'node:crypto';
import type { GraphState, NodeState, Properties, PropertyValue, RelationState } from './graph-state.js';
import { searchKeys } from '../shared/search-keys.js';
import { graphFormat } from './edition.js';
import { declaredNames } from './neo4j-schema.js';
import { nameKey, primaryName, sortKey, sortName } from './keys.js';
import { mark } from '../shared/mark.js';
import type { Citation, Dataset, EntityRecord, LocalizedText, RelationRecord } from './record.js';
import { chapterOf, paragraphsOf, type Paragraphs } from './sections.js';

type Draft = Readonly<Record<string, PropertyValue | undefined>>;

/** The graph that a dataset describes, sorted by id, its Dataset node with the hash of all of it. */
export function graphOf(dataset: Dataset): GraphState {
  const paragraphs = paragraphsOf(dataset.entities);
  const nodes = dataset.entities.map((record) => nodeOf(record, paragraphs)).toSorted(byId);
  const relations = dataset.relations.map((record) => relationOf(record, paragraphs)).toSorted(byId);
  const { title, version, source, publishedOn } = dataset.about;
  const about: Draft = {
    id: 'Dataset',
    title: title.en,
    titleZh: title.zh,
    version,
    source,
    publishedOn,
    format: graphFormat,
  };
  const hash = hashOf({ about, nodes, relations });
  // The names tell a later release which constraints and indexes are ours, so that it drops what it no longer needs.
  const properties = present({ ...about, hash, schemaNames: declaredNames });
  return { nodes: [{ id: 'Dataset', labels: [mark, 'Dataset'], properties }, ...nodes], relations };
}

function nodeOf(record: EntityRecord, paragraphs: Paragraphs): NodeState {
  const { slug, name, aliases = [], summary, basis = 'STATED', reference } = record.fields;
  const properties = present({
    id: record.id,
    slug,
    name: primaryName(record),
    nameZh: name.zh,
    aliases,
    summary: summary.en,
    summaryZh: summary.zh,
    citations: citationTexts(citationsOf(record), paragraphs),
    basis,
    reference,
    nameKey: nameKey(record),
    sortKey: sortKey(record),
    sortName: sortName(record),
    ...searchKeys({ name: primaryName(record), nameZh: name.zh, aliases, summaries: [summary.en, summary.zh] }),
    ...particular(record),
  });
  return { id: record.id, labels: [mark, 'Entity', record.type], properties };
}

function particular(record: EntityRecord): Draft {
  switch (record.type) {
    case 'Company':
    case 'Tool':
      return { kind: record.fields.kind };
    case 'Region':
      return { level: record.fields.level };
    case 'Tier':
      return { position: BigInt(record.fields.position) };
    case 'Stage':
      return { fromYear: BigInt(record.fields.fromYear), toYear: integer(record.fields.toYear) };
    case 'Section':
      return { number: record.fields.number };
    case 'Opportunity':
      return { audience: record.fields.audience };
    case 'Statistic': {
      const { value, kind, year, unit, publisher } = record.fields;
      return { value, kind, year: integer(year), ...localized('unit', unit), ...localized('publisher', publisher) };
    }
    default:
      return {};
  }
}

function relationOf(record: RelationRecord, paragraphs: Paragraphs): RelationState {
  const { id, type, from, to, fields } = record;
  const properties = present({
    madeBy: mark,
    id,
    basis: fields.basis ?? 'STATED',
    status: fields.status ?? 'UNCHECKED',
    note: fields.note?.en,
    noteZh: fields.note?.zh,
    citations: citationTexts(fields.citations ?? [], paragraphs),
    corrections: fields.corrections ?? [],
  });
  return { id, type, from, to, properties };
}

/** English under the name itself where there is any, else the Chinese: the plain name is never empty. */
function localized(name: string, text: LocalizedText | undefined): Draft {
  return { [name]: text?.en ?? text?.zh, [`${name}Zh`]: text?.zh };
}

function integer(value: number | undefined): bigint | undefined {
  return value === undefined ? undefined : BigInt(value);
}

function citationsOf(record: EntityRecord): readonly Citation[] {
  if (record.type !== 'Section') return record.fields.citations ?? [];
  const chapter = chapterOf(record.fields.number);
  return record.fields.paragraphs.map(({ paragraph }) => ({ chapter, paragraph }));
}

function citationTexts(citations: readonly Citation[], paragraphs: Paragraphs): string[] {
  const sorted = citations.toSorted((a, b) => a.chapter - b.chapter || a.paragraph - b.paragraph);
  return sorted.map(({ chapter, paragraph }) => {
    const place = paragraphs.get(chapter)?.get(paragraph);
    if (place === undefined) throw new Error(`No section has paragraph ${paragraph} of chapter ${chapter}.`);
    return `§${place.section.fields.number} ¶${paragraph} (line ${place.line})`;
  });
}

function present(draft: Draft): Properties {
  return Object.fromEntries(
    Object.entries(draft).filter((entry): entry is [string, PropertyValue] => entry[1] !== undefined),
  );
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function hashOf(graph: object): string {
  return createHash('sha256').update(JSON.stringify(graph, canonical)).digest('hex');
}

/** Objects by sorted names and integers apart from floats, so that only a difference in content changes the text. */
function canonical(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return { integer: value.toString() };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
