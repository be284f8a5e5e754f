/** A text in English and, if the model has both languages, in Chinese. */
export interface BilingualText {
  readonly en: string;
  readonly zh?: string | undefined;
}

/** A language, as a value of the API's enum `Language`. */
export type ModelLanguage = 'EN' | 'ZH';

/** The direction in which a relation is followed, seen from the entity. */
export type Direction = 'OUT' | 'IN';

/** The model of the graph, parsed from SDL; the API, the data files and the pages are derived from it. */
export interface Model {
  /** The name of the atlas, as pages and files show it; `Atlas` by default. */
  readonly name: BilingualText;
  /** English, and Chinese if all labels are given in Chinese. */
  readonly languages: readonly ModelLanguage[];
  /** The types of entities, in the order of legends. */
  readonly types: readonly EntityTypeModel[];
  readonly relationTypes: readonly RelationTypeModel[];
  /** The description of the enum `RelationType`. */
  readonly relationsDescription: string;
  readonly enums: readonly EnumModel[];
  readonly views: readonly ViewModel[];
  /** The type whose entities are the sections of the article; absent if the model has no citations of sections. */
  readonly sections?: SectionsModel | undefined;
}

/** The type of the sections of the article, and how they are nested. */
export interface SectionsModel {
  readonly type: string;
  /** The relation type from a section to its parent; absent if sections are not nested. */
  readonly partOf?: string | undefined;
}

/** A type of entity. */
export interface EntityTypeModel {
  /** The name in GraphQL and the label in Neo4j: `Company`. */
  readonly name: string;
  /** The value of the enum `EntityType`: `COMPANY`. */
  readonly enumName: string;
  readonly description: string;
  readonly label: BilingualText;
  readonly plural: BilingualText;
  /** The root field that returns one entity: `company`. */
  readonly field: string;
  /** The root field that lists the entities: `companies`. */
  readonly listField: string;
  /** The path of the data file in the data directory, without extension: `company`. */
  readonly file: string;
  /** The field that lists are sorted by; the name if absent. */
  readonly orderedBy?: string | undefined;
  /** Whether the type has its own order input even if no field is sortable. */
  readonly hasOwnOrder: boolean;
  readonly color: string;
  readonly darkColor: string;
  readonly shape: string;
  readonly fields: readonly FieldModel[];
}

/** A field of one type of entity, in addition to those of `Entity`. */
export type FieldModel = ValueField | RelatedField | CitedField;

interface AnyField {
  readonly name: string;
  readonly description: string;
  readonly label: BilingualText;
  /** The name of its filter condition; absent if lists cannot be filtered by it. */
  readonly filter?: string | undefined;
  /** The name of its enum value for `groups`; absent if lists cannot be grouped by it. */
  readonly group?: string | undefined;
  /** Whether lists can be sorted by its value, or by the number of its relations. */
  readonly isSorted: boolean;
  /** Whether completions show its entities as a hint. */
  readonly isHint: boolean;
}

/** A GraphQL scalar that a field can hold. */
export type ScalarName = 'String' | 'Int' | 'Float' | 'Boolean';

/** A field that holds a value. */
export interface ValueField extends AnyField {
  readonly kind: 'value';
  /** The scalar; undefined for an enum. */
  readonly scalar?: ScalarName | undefined;
  /** The enum; undefined for a scalar. */
  readonly values?: EnumModel | undefined;
  /** Whether the field is non-null in the API. */
  readonly isNonNull: boolean;
  /** Whether records must have a value. */
  readonly isRequired: boolean;
  readonly isLocalized: boolean;
  readonly isUnique: boolean;
  /** Whether a record that has a value must say where it comes from. */
  readonly isSourced: boolean;
  /** Whether the text is a date, such as `2026-11-29`. */
  readonly isDate: boolean;
  /** The name of the property in Neo4j and in data files. */
  readonly property: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** The field whose number is a lower bound of this one. */
  readonly atLeast?: string | undefined;
  /** The relation type from part to whole along which the value must be an earlier one of the enum. */
  readonly rankAlong?: string | undefined;
}

/** A field that follows relations. */
export interface RelatedField extends AnyField {
  readonly kind: 'related';
  /** The type of its entities; undefined if they have several types. */
  readonly target?: string | undefined;
  readonly isList: boolean;
  readonly relation: string;
  readonly direction: Direction;
  readonly through?: string | undefined;
  readonly groupThrough?: string | undefined;
  /** Whether the filter of the type has `within`, along this field's relation type. */
  readonly isWithin: boolean;
}

/** A field that lists the entities that cite a section of the article. */
export interface CitedField extends AnyField {
  readonly kind: 'cited';
}

/** An enum of the model. */
export interface EnumModel {
  readonly name: string;
  readonly description: string;
  readonly values: readonly EnumValueModel[];
}

/** A value of an enum. */
export interface EnumValueModel {
  readonly name: string;
  readonly description: string;
  readonly label: BilingualText;
}

/** A type of relation. */
export interface RelationTypeModel {
  readonly name: string;
  readonly description: string;
  /** The path of the data file in the data directory, without extension: `relation/belongs-to`. */
  readonly file: string;
  /** The pairs of entity types that it connects. */
  readonly pairs: readonly Pair[];
  /** The type of each end that ids and data files write as a bare slug, although other types are possible. */
  readonly bareTypes: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly phrase: BilingualText;
  readonly inverse: BilingualText;
  readonly isAcyclic: boolean;
}

/** The entity types at the start and at the end of a relation. */
export type Pair = readonly [from: string, to: string];

/** A view of the entities of one type in the explorer. */
export interface ViewModel {
  readonly kind: string;
  readonly type: string;
  readonly title: BilingualText;
  readonly intro: BilingualText;
  readonly fields: readonly string[];
}

/** Whether a relation type connects a type of entity to itself. */
export function connectsToItself(
  { relationTypes }: Pick<Model, 'relationTypes'>,
  relation: string | undefined,
  type: string | undefined,
): boolean {
  const pairs = relationTypes.find(({ name }) => name === relation)?.pairs ?? [];
  return pairs.some((pair) => pair.every((end) => end === type));
}

/** Finds the type of entity with this name. */
export function findType(model: Model, name: string): EntityTypeModel | undefined {
  return model.types.find((type) => type.name === name);
}
