import type { FieldModel, Model } from './model.js';
import { constantCase } from './names.js';

/** The part of a model that the documents of the web pages depend on; the API's root field `model` returns it, too. */
export interface PageModel {
  readonly languages: readonly string[];
  readonly types: readonly PageType[];
  readonly views: readonly PageView[];
}

/** A type of entity; `type` is its value of `EntityType`. */
export interface PageType {
  readonly type: string;
  readonly typeName: string;
  readonly field: string;
  readonly listField: string;
  readonly isSection: boolean;
  readonly fields: readonly PageField[];
}

/** A field. */
export interface PageField {
  readonly name: string;
  /** The scalar or enum that it holds; null if it returns entities. */
  readonly valueType: string | null;
  /** Whether it takes the argument `lang`. */
  readonly isLocalized: boolean;
  /** The relation type that it follows; null if it follows none. */
  readonly relationType: string | null;
  /** Whether it takes the argument `within`. */
  readonly hasWithin: boolean;
  /** The type of its entities, as a value of `EntityType`; null for values and for several types. */
  readonly target: string | null;
  /** Whether it returns a paginated list. */
  readonly isList: boolean;
}

/** A view; its kind defines the meaning of the fields. */
export interface PageView {
  readonly kind: string;
  readonly type: string;
  readonly fields: readonly string[];
}

/** Extracts the part of a model that the documents of the web pages depend on. */
export function pageModelOf(model: Model): PageModel {
  return {
    languages: model.languages,
    types: model.types.map(({ name, enumName, field, listField, fields }) => ({
      ...{ type: enumName, typeName: name, field, listField, isSection: model.sections?.type === name },
      fields: fields.map(pageFieldOf),
    })),
    views: model.views.map(({ kind, type, fields }) => ({ kind, type: constantCase(type), fields })),
  };
}

/** Extracts the part of a field that the documents of the web pages depend on. */
export function pageFieldOf(field: FieldModel): PageField {
  const value = field.kind === 'value' ? field : undefined;
  const related = field.kind === 'related' ? field : undefined;
  return {
    name: field.name,
    valueType: value?.scalar ?? value?.values?.name ?? null,
    isLocalized: value?.isLocalized ?? false,
    relationType: related?.relation ?? null,
    hasWithin: related?.through !== undefined,
    target: related?.target === undefined ? null : constantCase(related.target),
    isList: related?.isList ?? field.kind === 'cited',
  };
}
