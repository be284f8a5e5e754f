/** A text in English, in Chinese or in both; in English where the model has no other language. */
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

/** What the record of an entity of any type may hold, as its file writes it. */
export interface EntityFields {
  readonly slug: string;
  readonly name: LocalizedText;
  readonly aliases?: readonly string[];
  readonly summary: LocalizedText;
  readonly citations?: readonly Citation[];
  readonly basis?: Basis;
  readonly reference?: string;
}

/** A relation as its file writes it, its ends without the type where the relation type fixes it. */
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
  readonly title: LocalizedText;
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
export interface EntityRecord {
  /** The name of its type in the model. */
  readonly type: string;
  readonly id: string;
  /** Those of every entity, and those of its type under the names of their properties. */
  readonly fields: EntityFields & Readonly<Record<string, unknown>>;
  readonly source: RecordSource;
}

/** A relation with its id, the ids of its ends, its fields and its place. */
export interface RelationRecord {
  /** The name of its type in the model. */
  readonly type: string;
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
