import type { ObjectTypeDefinitionNode } from 'graphql';
import type { Declarations } from './declarations.js';
import type { DirectiveReader } from './directive-arguments.js';
import { problemAt } from './model-problem.js';
import type { EntityTypeModel, EnumModel, RelationTypeModel, ViewModel } from './model.js';
import { camelCase, constantCase, kebabCase, spacedWords } from './names.js';
import { appearanceAt } from './palette.js';
import { toBilingualText } from './parse-enums.js';
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
  readonly node: ObjectTypeDefinitionNode;
  readonly entity: EntityArguments;
}

/** Reads the types with @entity, in the order of legends; reports a problem for any other type. */
export function readDeclaredTypes({ types }: Declarations, reader: DirectiveReader): DeclaredType[] {
  const declared = types.flatMap((node): DeclaredType[] => {
    const path = node.name.value;
    const entity = reader.read<EntityArguments>(node, 'entity', path);
    if (entity === undefined) reader.problems.push(problemAt(node, path, '@entity on a type', 'none'));
    return entity ? [{ node, entity }] : [];
  });
  const lastPosition = Number.MAX_SAFE_INTEGER;
  return declared.toSorted(
    (a, b) =>
      (a.entity.position ?? lastPosition) - (b.entity.position ?? lastPosition) ||
      (a.node.name.value < b.node.name.value ? -1 : 1),
  );
}

/** Parses a type with all its fields. */
export function parseType(
  { node, entity }: DeclaredType,
  index: number,
  scope: DefinitionScope,
  reader: DirectiveReader,
): EntityTypeModel {
  const name = node.name.value;
  const description = node.description?.value.trim() ?? '';
  if (description === '') reader.problems.push(problemAt(node, name, 'a description above the type', 'none'));
  const { zh, plural = `${spacedWords(name)}s`, orderedBy, ownOrder = false } = entity;
  const explicit = { color: entity.color, darkColor: entity.darkColor ?? entity.color, shape: entity.shape };
  const defaults = appearanceAt(index);
  return {
    name,
    enumName: constantCase(name),
    description,
    label: toBilingualText(spacedWords(name), zh),
    plural: toBilingualText(plural, zh),
    field: camelCase(name),
    listField: camelCase(plural),
    file: kebabCase(name),
    ...(orderedBy === undefined ? {} : { orderedBy }),
    hasOwnOrder: ownOrder,
    color: explicit.color ?? defaults.color,
    darkColor: explicit.darkColor ?? defaults.darkColor,
    shape: explicit.shape ?? defaults.shape,
    fields: (node.fields ?? []).flatMap((field) => parseField(field, name, scope, reader) ?? []),
  };
}

/** Parses the views of the declared types. */
export function parseViews(declared: readonly DeclaredType[], reader: DirectiveReader): ViewModel[] {
  return declared.flatMap(({ node }) => {
    const type = node.name.value;
    return reader.readAll<ViewArguments>(node, 'view', type).map(({ kind, fields, ...texts }) => ({
      kind,
      type,
      title: toBilingualText(texts.title, texts.titleZh),
      intro: toBilingualText(texts.intro, texts.introZh),
      fields,
    }));
  });
}
