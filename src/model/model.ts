/** A text in English, and in Chinese where the model has both languages. */
export interface Words {
  readonly en: string;
  readonly zh?: string;
}

/** A language of names and texts, as the API writes it. */
export type ModelLanguage = 'EN' | 'ZH';

/** Which way a relation is followed, seen from the entity at hand. */
export type Direction = 'OUT' | 'IN';

/** All that is declared about the graph: the value that everything else follows from. */
export interface Model {
  /** English, and Chinese where all words are given in both. */
  readonly languages: readonly ModelLanguage[];
  /** The types of entity, in the order of legends. */
  readonly types: readonly EntityTypeModel[];
  readonly relationTypes: readonly RelationTypeModel[];
  /** What the enum of relation types as a whole is for. */
  readonly relationsDescription: string;
  readonly enums: readonly EnumModel[];
  readonly views: readonly ViewModel[];
  /** The type whose entities are the sections of the article; absent where nothing is cited. */
  readonly sections?: SectionsModel;
}

/** How the sections of the article lie in each other. */
export interface SectionsModel {
  readonly type: string;
  /** The relation type that leads from a section to the one around it; absent where they have no parts. */
  readonly partOf?: string;
}

/** A type of entity. */
export interface EntityTypeModel {
  /** The name in GraphQL and the label in Neo4j: `Company`. */
  readonly name: string;
  /** The value of the enum `EntityType`: `COMPANY`. */
  readonly enumName: string;
  readonly description: string;
  readonly label: Words;
  readonly plural: Words;
  /** The root field that finds one: `company`. */
  readonly field: string;
  /** The root field that lists all: `companies`. */
  readonly listField: string;
  /** The data file below the folder of the data, without its extension: `company`. */
  readonly file: string;
  /** The field that lists are sorted by; absent for the name. */
  readonly orderedBy?: string;
  /** Whether an order input is declared although no field has an order of its own. */
  readonly hasOwnOrder: boolean;
  readonly color: string;
  readonly darkColor: string;
  readonly shape: string;
  readonly fields: readonly FieldModel[];
}

/** A field that one type of entity has beside those of every entity. */
export type FieldModel = ValueField | RelatedField | CitedField;

interface AnyField {
  readonly name: string;
  readonly description: string;
  readonly label: Words;
  /** The name of its condition in filters of the type; absent where it has none. */
  readonly filter?: string;
  /** The name of its value in the enum of groups; absent where lists are not counted by it. */
  readonly group?: string;
  /** Whether lists are sorted by it, or by the number of its relations. */
  readonly isSorted: boolean;
  /** Whether completions name what it leads to. */
  readonly isHint: boolean;
}

/** A scalar of GraphQL that a field may hold. */
export type ScalarName = 'String' | 'Int' | 'Float' | 'Boolean';

/** A field that holds a value. */
export interface ValueField extends AnyField {
  readonly kind: 'value';
  /** The scalar, or undefined for an enum. */
  readonly scalar?: ScalarName;
  /** The enum, or undefined for a scalar. */
  readonly values?: EnumModel;
  /** Whether the API never returns null. */
  readonly isNonNull: boolean;
  /** Whether the data must have a value. */
  readonly isRequired: boolean;
  readonly isLocalized: boolean;
  readonly isUnique: boolean;
  /** The property that stores it in Neo4j, which data files name too. */
  readonly property: string;
  readonly min?: number;
  readonly max?: number;
  /** The field that its number is no smaller than. */
  readonly atLeast?: string;
  /** The relation type along which its value gets smaller. */
  readonly rankAlong?: string;
}

/** A field that follows relations. */
export interface RelatedField extends AnyField {
  readonly kind: 'related';
  /** The type of entity that it leads to; undefined where it leads to several. */
  readonly target?: string;
  readonly isList: boolean;
  readonly relation: string;
  readonly direction: Direction;
  readonly through?: string;
  readonly groupThrough?: string;
  /** Whether filters have `within`, by this field's relation type. */
  readonly isWithin: boolean;
}

/** A field that lists what a section of the article names. */
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
  readonly label: Words;
}

/** A type of relation. */
export interface RelationTypeModel {
  readonly name: string;
  readonly description: string;
  /** The data file below the folder of the data, without its extension: `relation/belongs-to`. */
  readonly file: string;
  /** The types of entity that it joins: from the first to the second. */
  readonly pairs: readonly Pair[];
  readonly phrase: Words;
  readonly inverse: Words;
  readonly isAcyclic: boolean;
}

/** Two types of entity that a relation may join. */
export type Pair = readonly [from: string, to: string];

/** A view of one type's entities beside the graph. */
export interface ViewModel {
  readonly kind: string;
  readonly type: string;
  readonly title: Words;
  readonly intro: Words;
  readonly fields: readonly string[];
}

/** Whether a relation type joins a type of entity to itself. */
export function joinsToItself(
  { relationTypes }: Pick<Model, 'relationTypes'>,
  relation: string | undefined,
  type: string | undefined,
): boolean {
  const pairs = relationTypes.find(({ name }) => name === relation)?.pairs ?? [];
  return pairs.some((pair) => pair.every((end) => end === type));
}

/** The type of entity with this name, or undefined if the model has none. */
export function findType(model: Model, name: string): EntityTypeModel | undefined {
  return model.types.find((type) => type.name === name);
}
