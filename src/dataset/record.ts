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

/** A work that supports a fact or a value: a page, a paper or a news item. */
export interface Reference {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** The date of publication: a year, a month or a day. */
  readonly date?: string;
  /** The day on which a curator read it. */
  readonly retrievedOn?: string;
}

/** How a fact or a value is supported. */
export interface SupportFields {
  readonly citations?: readonly Citation[];
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: LocalizedText;
  readonly references?: readonly Reference[];
}

/** The fields of every entity, as written in its data file. */
export interface EntityFields extends Pick<SupportFields, 'citations' | 'basis' | 'references'> {
  readonly slug: string;
  readonly name: LocalizedText;
  readonly aliases?: readonly string[];
  /** How the article words the entity where it does not name it. */
  readonly wordings?: readonly string[];
  readonly summary: LocalizedText;
  /** The ids of entities that were merged into this one. */
  readonly formerIds?: readonly string[];
  /** How the values of its properties are supported, by property. */
  readonly statements?: Readonly<Record<string, SupportFields>>;
}

/** The fields of a relation, as written in its data file. An end is a slug if its type is fixed, otherwise an id. */
export interface RelationFields extends SupportFields {
  readonly from: string;
  readonly to: string;
  readonly corrections?: readonly string[];
}

/** The contents of dataset.yaml. */
export interface DatasetFields {
  readonly title: LocalizedText;
  readonly version: string;
  readonly source: string;
  readonly publishedOn: string;
  /** When the article was written, as far as it is known: a year, a month or a day. */
  readonly writtenOn?: string;
  /** How the date is known, and how certain it is. */
  readonly writtenOnNote?: LocalizedText;
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
  /** See `hashDataFiles`; undefined for data that were not read from files. */
  readonly filesHash?: string;
}
