/** A text in English, in Chinese or in both; in English if the model has no other language. */
export interface LocalizedText {
  readonly en?: string;
  readonly zh?: string;
}

/** A paragraph of the article, counted from 1 within its chapter. */
export interface Citation {
  readonly chapter: number;
  readonly paragraph: number;
}

/** The origin of a fact: the article, or a curator. */
export type Basis = 'STATED' | 'CURATED';

/** The result of a curator's check of a fact. */
export type Status = 'UNCHECKED' | 'CONFIRMED' | 'DOUBTFUL' | 'REFUTED';

/** The fields of every entity, as written in its data file. */
export interface EntityFields {
  readonly slug: string;
  readonly name: LocalizedText;
  readonly aliases?: readonly string[];
  readonly summary: LocalizedText;
  readonly citations?: readonly Citation[];
  readonly basis?: Basis;
  readonly reference?: string;
}

/** The fields of a relation, as written in its data file. An end is a slug if its type is fixed, otherwise an id. */
export interface RelationFields {
  readonly from: string;
  readonly to: string;
  readonly citations?: readonly Citation[];
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: LocalizedText;
  readonly corrections?: readonly string[];
}

/** The contents of dataset.yaml. */
export interface DatasetFields {
  readonly title: LocalizedText;
  readonly version: string;
  readonly source: string;
  readonly publishedOn: string;
}

/** A path to a value inside a record: `['citations', 0, 'paragraph']`. */
export type FieldPath = readonly (string | number)[];

/** The file and lines of a record, for messages. */
export interface RecordSource {
  readonly file: string;
  /** The line of a field, counted from 1; of the nearest existing parent if the field is absent. */
  lineOf(path: FieldPath): number;
}

/** An entity with its id, its fields and its source location. */
export interface EntityRecord {
  /** The name of its type in the model. */
  readonly type: string;
  readonly id: string;
  /** The fields of every entity, and those of its type by `property`. */
  readonly fields: EntityFields & Readonly<Record<string, unknown>>;
  readonly source: RecordSource;
}

/** A relation with its id, the ids of its ends, its fields and its source location. */
export interface RelationRecord {
  /** The name of its type in the model. */
  readonly type: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fields: RelationFields;
  readonly source: RecordSource;
}

/** A dataset that passed every check. */
export interface Dataset {
  readonly metadata: DatasetFields;
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
}
