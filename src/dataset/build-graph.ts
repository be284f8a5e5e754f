import { createHash } from 'node:crypto';
import type { GraphState, NodeState, Properties, PropertyValue, RelationState } from './graph-state.js';
import { buildSearchKeys } from '../shared/search-keys.js';
import { graphFormat } from './edition.js';
import { declaredNamesOf } from './neo4j-schema.js';
import { nameKeyOf, primaryNameOf, sortKeyOf, sortNameOf, toTextKey } from './keys.js';
import { atlasLabel } from '../shared/atlas-label.js';
import type {
  Citation,
  Dataset,
  EntityRecord,
  LocalizedText,
  Reference,
  RelationRecord,
  SupportFields,
} from './record.js';
import { chapterOf, isSection, paragraphsOf, sectionsOf, type Paragraphs } from './sections.js';
import type { EntityTypeModel, Model, ValueField } from '../model/model.js';
import { typeSpecificFields } from './type-specific-fields.js';

type DraftProperties = Readonly<Record<string, PropertyValue | undefined>>;

/**
 * Builds the graph of a dataset, sorted by id. The Dataset node holds the hashes of the graph and of the data files, and
 * the names of the constraints and indexes: those of the model by default.
 */
export function buildGraph(
  model: Model,
  dataset: Dataset,
  schemaNames: readonly string[] = declaredNamesOf(model),
): GraphState {
  const paragraphs = paragraphsOf(sectionsOf(model, dataset.entities));
  const nodes = model.types
    .flatMap((type) => {
      const records = dataset.entities.filter((record) => record.type === type.name);
      return records.flatMap((record) => [buildNode(model, type, record, paragraphs), ...buildFormerNodes(record)]);
    })
    .toSorted(compareIds);
  const relations = dataset.relations.map((record) => buildRelation(record, paragraphs)).toSorted(compareIds);
  const { title, version, source, publishedOn, writtenOn, writtenOnNote } = dataset.metadata;
  const about: DraftProperties = {
    id: 'Dataset',
    title: title.en,
    titleZh: title.zh,
    version,
    source,
    publishedOn,
    writtenOn,
    writtenOnNote: writtenOnNote?.en,
    writtenOnNoteZh: writtenOnNote?.zh,
    format: graphFormat,
  };
  const hash = hashOf({ about, nodes, relations });
  // A later release reads these names to drop the constraints and indexes that it no longer declares.
  const properties = omitUndefined({ ...about, hash, filesHash: dataset.filesHash, schemaNames });
  return { nodes: [{ id: 'Dataset', labels: [atlasLabel, 'Dataset'], properties }, ...nodes], relations };
}

/** Nodes that lead from the id of an entity that was merged into another one to the id of the other one. */
function buildFormerNodes({ id: currentId, fields }: EntityRecord): NodeState[] {
  return (fields.formerIds ?? []).map((id) => ({
    id,
    labels: [atlasLabel, 'FormerEntity'],
    properties: { id, currentId },
  }));
}

function buildNode(model: Model, type: EntityTypeModel, record: EntityRecord, paragraphs: Paragraphs): NodeState {
  const { slug, name, aliases = [], wordings = [], summary, basis = 'STATED', references = [] } = record.fields;
  const summaries = [summary.en, summary.zh].filter((text) => text !== undefined);
  const properties = omitUndefined({
    id: record.id,
    slug,
    name: primaryNameOf(record),
    nameZh: name.zh,
    aliases,
    wordings: wordings.length > 0 ? wordings : undefined,
    summary: summary.en,
    summaryZh: summary.zh,
    citations: formatCitations(citationsOf(model, record), paragraphs),
    basis,
    references: formatReferences(references),
    ...buildStatements(record, paragraphs),
    nameKey: nameKeyOf(record),
    sortKey: sortKeyOf(type, record),
    sortName: sortNameOf(record),
    ...buildSearchKeys({ name: primaryNameOf(record), nameZh: name.zh, aliases, wordings, summaries }),
    ...typeSpecificPropertiesOf(type, record),
  });
  return { id: record.id, labels: [atlasLabel, 'Entity', type.name], properties };
}

/**
 * The statements about the properties of an entity: each as `<property> <JSON>` in a list, and its citations in a property
 * of their own, because Cypher reads citations but no JSON.
 */
function buildStatements({ fields }: EntityRecord, paragraphs: Paragraphs): DraftProperties {
  const statements = Object.entries(fields.statements ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (statements.length === 0) return {};
  return {
    statements: statements.map(
      ([property, statement]) => `${property} ${JSON.stringify(toStoredStatement(statement))}`,
    ),
    ...Object.fromEntries(
      statements.map(([property, { citations = [] }]) => [
        `${property}Citations`,
        formatCitations(citations, paragraphs),
      ]),
    ),
  };
}

function toStoredStatement({ basis = 'STATED', status = 'UNCHECKED', note, references = [] }: SupportFields): object {
  return { basis, status, note: [note?.en ?? null, note?.zh ?? null], references };
}

/** Neo4j stores no lists of maps, so each reference is a JSON text. */
function formatReferences(references: readonly Reference[]): string[] {
  return references.map(({ title, publisher, url, date, retrievedOn }) =>
    JSON.stringify({ title, publisher, url, date, retrievedOn }),
  );
}

/** The properties that only entities of this type have. */
function typeSpecificPropertiesOf(type: EntityTypeModel, { fields }: EntityRecord): DraftProperties {
  return Object.fromEntries(
    typeSpecificFields(type).flatMap((field) => Object.entries(propertiesOf(field, fields[field.property]))),
  );
}

/** The properties that store a value, which has passed the JSON Schema of its type. */
function propertiesOf({ property, scalar, filter, isLocalized }: ValueField, value: unknown): DraftProperties {
  if (value === undefined) return {};
  if (scalar === 'Int') return { [property]: BigInt(value as number) };
  if (scalar !== 'String') return { [property]: value as string | number | boolean };
  const text: LocalizedText = isLocalized ? (value as LocalizedText) : { en: value as string };
  return {
    // The property without a suffix always has a value: the Chinese text if there is no English one.
    [property]: text.en ?? text.zh,
    [`${property}Zh`]: text.zh,
    ...(filter === undefined ? {} : { [`${property}Key`]: toTextKey([text.en, text.zh]) }),
  };
}

function buildRelation(record: RelationRecord, paragraphs: Paragraphs): RelationState {
  const { id, type, from, to, fields } = record;
  const { basis = 'STATED', status = 'UNCHECKED' } = fields;
  const properties = omitUndefined({
    madeBy: atlasLabel,
    heldBy: status === 'REFUTED' ? undefined : atlasLabel,
    id,
    basis,
    status,
    note: fields.note?.en,
    noteZh: fields.note?.zh,
    references: formatReferences(fields.references ?? []),
    citations: formatCitations(fields.citations ?? [], paragraphs),
    corrections: fields.corrections ?? [],
  });
  return { id, type, from, to, properties };
}

function citationsOf(model: Model, record: EntityRecord): readonly Citation[] {
  if (!isSection(model, record)) return record.fields.citations ?? [];
  const chapter = chapterOf(record.fields.number);
  return record.fields.paragraphs.map(({ paragraph }) => ({ chapter, paragraph }));
}

function formatCitations(citations: readonly Citation[], paragraphs: Paragraphs): string[] {
  const sortedCitations = citations.toSorted((a, b) => a.chapter - b.chapter || a.paragraph - b.paragraph);
  return sortedCitations.map(({ chapter, paragraph }) => {
    const location = paragraphs.get(chapter)?.get(paragraph);
    if (location === undefined) throw new Error(`No section has paragraph ${paragraph} of chapter ${chapter}.`);
    return `§${location.section.fields.number} ¶${paragraph} (line ${location.line})`;
  });
}

function omitUndefined(properties: DraftProperties): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, PropertyValue] => entry[1] !== undefined),
  );
}

function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function hashOf(graph: object): string {
  return createHash('sha256').update(JSON.stringify(graph, canonicalize)).digest('hex');
}

/** Sorts object keys and tags integers, so that the JSON text changes only with the content. */
function canonicalize(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return { integer: value.toString() };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
