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

/** A field. `valueType` is null if it returns entities; `target` is null if these have several types. */
export interface PageField {
  readonly name: string;
  readonly valueType: string | null;
  readonly isLocalized: boolean;
  readonly relationType: string | null;
  readonly hasWithin: boolean;
  readonly target: string | null;
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
      fields: fields.map((one) => ({
        name: one.name,
        valueType: valueTypeOf(one),
        isLocalized: isLocalized(one),
        relationType: relationOf(one),
        hasWithin: hasWithin(one),
        target: targetOf(one),
        isList: isList(one),
      })),
    })),
    views: model.views.map(({ kind, type, fields }) => ({ kind, type: constantCase(type), fields })),
  };
}

/** The scalar or enum that a field holds; null if it returns entities. */
export function valueTypeOf(field: FieldModel): string | null {
  return field.kind === 'value' ? (field.scalar ?? field.values?.name ?? null) : null;
}

/** Whether a field takes the argument `lang`. */
export function isLocalized(field: FieldModel): boolean {
  return field.kind === 'value' && field.isLocalized;
}

/** The relation type that a field follows; null if it follows none. */
export function relationOf(field: FieldModel): string | null {
  return field.kind === 'related' ? field.relation : null;
}

/** Whether a field takes the argument `within`. */
export function hasWithin(field: FieldModel): boolean {
  return field.kind === 'related' && field.through !== undefined;
}

/** The type of a field's entities, as a value of `EntityType`; null for values and for several types. */
export function targetOf(field: FieldModel): string | null {
  return field.kind === 'related' && field.target !== undefined ? constantCase(field.target) : null;
}

/** Whether a field returns a paginated list. */
export function isList(field: FieldModel): boolean {
  return field.kind === 'cited' || (field.kind === 'related' && field.isList);
}
