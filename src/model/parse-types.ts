import type { ObjectTypeDefinitionNode } from 'graphql';
import type { DefinitionReader } from './definition-reader.js';
import type { EntityTypeModel, EnumModel, RelationTypeModel, ViewModel } from './model.js';
import { camelCase, constantCase, kebabCase, spacedWords } from './names.js';
import { appearanceAt } from './palette.js';
import { parseField } from './parse-field.js';

interface EntityArguments {
  readonly plural?: string;
  readonly zh?: string;
  readonly position?: number;
  readonly orderedBy?: string;
  readonly ownOrder?: boolean;
  readonly color?: string;
  readonly darkColor?: string;
  readonly shape?: string;
}

interface ViewArguments {
  readonly kind: string;
  readonly fields: readonly string[];
  readonly title: string;
  readonly titleZh?: string;
  readonly intro: string;
  readonly introZh?: string;
}

/** The definitions that the fields of a type can refer to. */
export interface DefinitionScope {
  readonly types: readonly string[];
  readonly relationTypes: readonly RelationTypeModel[];
  readonly enums: readonly EnumModel[];
}

/** A declared type with the arguments of its @entity. */
export interface DeclaredType {
  readonly reader: DefinitionReader<ObjectTypeDefinitionNode>;
  readonly entity: EntityArguments;
}

/** Selects the types with @entity, in the order of legends; reports a problem for any other type. */
export function selectEntityTypes(types: readonly DeclaredType['reader'][]): DeclaredType[] {
  const declared = types.flatMap((reader): DeclaredType[] => {
    const entity = reader.read<EntityArguments>('entity');
    if (entity === undefined) reader.report('@entity on a type', 'none');
    return entity ? [{ reader, entity }] : [];
  });
  const positionOf = ({ entity }: DeclaredType): number => entity.position ?? Number.MAX_SAFE_INTEGER;
  return declared.toSorted((a, b) => positionOf(a) - positionOf(b) || (a.reader.name < b.reader.name ? -1 : 1));
}

/** Parses a type with all its fields; `index` is its position in legends, from 0. */
export function parseType({ reader, entity }: DeclaredType, index: number, scope: DefinitionScope): EntityTypeModel {
  const { name, node } = reader;
  const { zh, plural = `${spacedWords(name)}s`, orderedBy, ownOrder = false } = entity;
  const defaults = appearanceAt(index);
  return {
    name,
    enumName: constantCase(name),
    description: reader.readDescription('above the type'),
    label: { en: spacedWords(name), zh },
    plural: { en: plural, zh },
    field: camelCase(name),
    listField: camelCase(plural),
    file: kebabCase(name),
    orderedBy,
    hasOwnOrder: ownOrder,
    color: entity.color ?? defaults.color,
    darkColor: entity.darkColor ?? entity.color ?? defaults.darkColor,
    shape: entity.shape ?? defaults.shape,
    fields: reader.members(node.fields).flatMap((field) => parseField(field, name, scope) ?? []),
  };
}

/** Parses the views of a type. */
export function parseViews({ reader }: DeclaredType): ViewModel[] {
  return reader.readAll<ViewArguments>('view').map(({ kind, fields, title, titleZh, intro, introZh }) => ({
    kind,
    type: reader.name,
    title: { en: title, zh: titleZh },
    intro: { en: intro, zh: introZh },
    fields,
  }));
}
