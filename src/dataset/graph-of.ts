import { createHash } from 'node:crypto';
import type { GraphState, NodeState, Properties, PropertyValue, RelationState } from './graph-state.js';
import { searchKeys } from '../shared/search-keys.js';
import { graphFormat } from './edition.js';
import { declaredNames } from './neo4j-schema.js';
import { nameKey, primaryName, sortKey, sortName, textKey } from './keys.js';
import { mark } from '../shared/mark.js';
import type { Citation, Dataset, EntityRecord, LocalizedText, RelationRecord } from './record.js';
import { chapterOf, isSection, paragraphsOf, sectionsOf, type Paragraphs } from './sections.js';
import type { EntityTypeModel, Model, ValueField } from '../model/model.js';
import { ownFields } from './own-fields.js';

type Draft = Readonly<Record<string, PropertyValue | undefined>>;

/** Builds the graph of a dataset, sorted by id. The Dataset node holds the hash of the graph. */
export function graphOf(model: Model, dataset: Dataset): GraphState {
  const paragraphs = paragraphsOf(sectionsOf(model, dataset.entities));
  const nodes = model.types
    .flatMap((type) => {
      const records = dataset.entities.filter((record) => record.type === type.name);
      return records.map((record) => nodeOf(type, record, citationTexts(citationsOf(model, record), paragraphs)));
    })
    .toSorted(byId);
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
  // A later release reads these names to drop the constraints and indexes that it no longer declares.
  const properties = present({ ...about, hash, schemaNames: declaredNames(model) });
  return { nodes: [{ id: 'Dataset', labels: [mark, 'Dataset'], properties }, ...nodes], relations };
}

function nodeOf(type: EntityTypeModel, record: EntityRecord, citations: readonly string[]): NodeState {
  const { slug, name, aliases = [], summary, basis = 'STATED', reference } = record.fields;
  const summaries = [summary.en, summary.zh].filter((text) => text !== undefined);
  const properties = present({
    id: record.id,
    slug,
    name: primaryName(record),
    nameZh: name.zh,
    aliases,
    summary: summary.en,
    summaryZh: summary.zh,
    citations,
    basis,
    reference,
    nameKey: nameKey(record),
    sortKey: sortKey(type, record),
    sortName: sortName(record),
    ...searchKeys({ name: primaryName(record), nameZh: name.zh, aliases, summaries }),
    ...ownProperties(type, record),
  });
  return { id: record.id, labels: [mark, 'Entity', type.name], properties };
}

/** The properties that only entities of this type have. */
function ownProperties(type: EntityTypeModel, { fields }: EntityRecord): Draft {
  return Object.fromEntries(
    ownFields(type).flatMap((field) => Object.entries(propertiesOf(field, fields[field.property]))),
  );
}

/** The properties that store a value, which has passed the JSON Schema of its type. */
function propertiesOf({ property, scalar, filter, isLocalized }: ValueField, value: unknown): Draft {
  if (value === undefined) return {};
  if (scalar === 'Int') return { [property]: BigInt(value as number) };
  if (scalar !== 'String') return { [property]: value as string | number | boolean };
  const text: LocalizedText = isLocalized ? (value as LocalizedText) : { en: value as string };
  return {
    // The property without a suffix always has a value: the Chinese text if there is no English one.
    [property]: text.en ?? text.zh,
    [`${property}Zh`]: text.zh,
    ...(filter === undefined ? {} : { [`${property}Key`]: textKey([text.en, text.zh]) }),
  };
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

function citationsOf(model: Model, record: EntityRecord): readonly Citation[] {
  if (!isSection(model, record)) return record.fields.citations ?? [];
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

/** Sorts object keys and tags integers, so that the JSON text changes only with the content. */
function canonical(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return { integer: value.toString() };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
