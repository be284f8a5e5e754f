import type { FieldModel, Model } from './model.js';
import { constantCase } from './names.js';

/** What the documents of the pages depend on: a part of what the API's field `model` answers, so that pages have it, too. */
export interface PageModel {
  readonly languages: readonly string[];
  readonly types: readonly PageType[];
  readonly views: readonly PageView[];
}

/** A type of entity, called by its value of `EntityType` in `type`. */
export interface PageType {
  readonly type: string;
  readonly typeName: string;
  readonly field: string;
  readonly listField: string;
  readonly isSection: boolean;
  readonly fields: readonly PageField[];
}

/** A field, whose `valueType` is null where it leads to entities; `target` is null where those have several types. */
export interface PageField {
  readonly name: string;
  readonly valueType: string | null;
  readonly isLocalized: boolean;
  readonly relationType: string | null;
  readonly hasWithin: boolean;
  readonly target: string | null;
  readonly isList: boolean;
}

/** A view, with its fields as its kind takes them. */
export interface PageView {
  readonly kind: string;
  readonly type: string;
  readonly fields: readonly string[];
}

/** The parts of a model that its pages' documents depend on. */
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

/** The scalar or enum that a field holds. */
export function valueTypeOf(field: FieldModel): string | null {
  return field.kind === 'value' ? (field.scalar ?? field.values?.name ?? null) : null;
}

/** Whether a field takes `lang`. */
export function isLocalized(field: FieldModel): boolean {
  return field.kind === 'value' && field.isLocalized;
}

/** The relation type that a field follows. */
export function relationOf(field: FieldModel): string | null {
  return field.kind === 'related' ? field.relation : null;
}

/** Whether a field takes `within`. */
export function hasWithin(field: FieldModel): boolean {
  return field.kind === 'related' && field.through !== undefined;
}

/** The one type that a field leads to, as `EntityType` names it. */
export function targetOf(field: FieldModel): string | null {
  return field.kind === 'related' && field.target !== undefined ? constantCase(field.target) : null;
}

/** Whether a field is a list with pages. */
export function isList(field: FieldModel): boolean {
  return field.kind === 'cited' || (field.kind === 'related' && field.isList);
}
