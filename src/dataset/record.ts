import type { EntityType } from '../entity/entity-types.js';
import type { RelationType } from '../relation/relation-types.js';

/** A text in English, in Chinese or in both. */
export interface LocalizedText {
  readonly en?: string;
  readonly zh?: string;
}

/** A paragraph of the article, counted from 1 within its chapter. */
export interface Citation {
  readonly chapter: number;
  readonly paragraph: number;
}

/** Where a fact comes from. */
export type Basis = 'STATED' | 'CURATED';

/** What a curator found when checking a fact. */
export type Status = 'UNCHECKED' | 'CONFIRMED' | 'DOUBTFUL' | 'REFUTED';

/** What the record of every entity may hold, as its file writes it. */
export interface EntityFields {
  readonly slug: string;
  readonly name: LocalizedText;
  readonly aliases?: readonly string[];
  readonly summary: { readonly en: string; readonly zh: string };
  readonly citations?: readonly Citation[];
  readonly basis?: Basis;
  readonly reference?: string;
}

/** A company, institute or team. */
export interface CompanyFields extends EntityFields {
  readonly kind?: 'STARTUP' | 'BIG_TECH' | 'TRADITIONAL' | 'RESEARCH';
}

/** A tool. */
export interface ToolFields extends EntityFields {
  readonly kind?: 'MODEL' | 'ALGORITHM' | 'APPLICATION' | 'PLATFORM' | 'LIBRARY';
}

/** A continent, country or city. */
export interface RegionFields extends EntityFields {
  readonly level: RegionLevel;
}

/** How large a region is. */
export type RegionLevel = 'CONTINENT' | 'COUNTRY' | 'CITY';

/** A tier of the industry chain. */
export interface TierFields extends EntityFields {
  readonly position: number;
}

/** A stage of development; without a last year it still runs. */
export interface StageFields extends EntityFields {
  readonly fromYear: number;
  readonly toYear?: number;
}

/** A figure or forecast. */
export interface StatisticFields extends EntityFields {
  readonly value: number;
  readonly unit?: LocalizedText;
  readonly year?: number;
  readonly kind: 'MEASURED' | 'FORECAST';
  readonly publisher?: LocalizedText;
}

/** An opportunity. */
export interface OpportunityFields extends EntityFields {
  readonly audience: 'INDIVIDUAL' | 'ENTERPRISE';
}

/** A chapter or section of the article, with the paragraphs that are its own. */
export interface SectionFields extends EntityFields {
  readonly number: string;
  readonly paragraphs: readonly { readonly paragraph: number; readonly line: number }[];
}

interface FieldsByType extends Record<EntityType, EntityFields> {
  readonly Company: CompanyFields;
  readonly Tool: ToolFields;
  readonly Region: RegionFields;
  readonly Tier: TierFields;
  readonly Stage: StageFields;
  readonly Statistic: StatisticFields;
  readonly Opportunity: OpportunityFields;
  readonly Section: SectionFields;
}

/** A relation as its file writes it, its ends without the kind where the relation type fixes it. */
export interface RelationFields {
  readonly from: string;
  readonly to: string;
  readonly citations?: readonly Citation[];
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: LocalizedText;
  readonly corrections?: readonly string[];
}

/** What dataset.yaml says about the whole. */
export interface DatasetFields {
  readonly title: { readonly en: string; readonly zh: string };
  readonly version: string;
  readonly source: string;
  readonly publishedOn: string;
}

/** A path to a value inside a record: `['citations', 0, 'paragraph']`. */
export type FieldPath = readonly (string | number)[];

/** Where a record was read, so that a message can point at it. */
export interface RecordSource {
  readonly file: string;
  /** The line, counted from 1, of a field; the nearest line there is where the field is absent. */
  lineOf(path: FieldPath): number;
}

/** An entity with its id, its fields and its place. */
export type EntityRecord = {
  readonly [T in EntityType]: {
    readonly type: T;
    readonly id: string;
    readonly fields: FieldsByType[T];
    readonly source: RecordSource;
  };
}[EntityType];

/** The record of one type of entity. */
export type RecordOf<T extends EntityType> = Extract<EntityRecord, { readonly type: T }>;

/** A relation with its id, the ids of its ends, its fields and its place. */
export interface RelationRecord {
  readonly type: RelationType;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fields: RelationFields;
  readonly source: RecordSource;
}

/** A whole dataset that passed every check. */
export interface Dataset {
  readonly about: DatasetFields;
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
}

/** Whether a record is of one type of entity. */
export function isOfType<T extends EntityType>(type: T): (record: EntityRecord) => record is RecordOf<T> {
  return (record): record is RecordOf<T> => record.type === type;
}
