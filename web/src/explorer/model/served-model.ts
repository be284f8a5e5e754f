import { computed, signal } from '@preact/signals';
import type { ModelQuery } from '../../generated/graphql.js';

/** The model as the server describes it. Without Chinese, the `…Zh` fields repeat the English texts. */
export type ServedModel = ModelQuery['model'];

/** An entity type of the model. */
export type ServedType = ServedModel['types'][number];

/** A field of an entity type, beyond those that all entities have. */
export type ServedField = ServedType['fields'][number];

/** A view of the model other than the graph. */
export type ServedView = ServedModel['views'][number];

const emptyModel: ServedModel = { name: '', nameZh: '', languages: [], types: [], relationTypes: [], views: [] };

const loadedModel = signal<ServedModel | null>(null);

/** The loaded model; empty until the first response. */
export const model = computed(() => loadedModel.value ?? emptyModel);

/** Whether the model is loaded. Nothing is rendered before that. */
export const isModelLoaded = computed(() => loadedModel.value !== null);

/** Replaces the model. Does nothing if the new model is equal. */
export function setModel(newModel: ServedModel): void {
  if (JSON.stringify(newModel) !== JSON.stringify(loadedModel.peek())) loadedModel.value = newModel;
}

/** The entity type with this `__typename`; undefined if the model has none. */
export function typeOf(typename: string): ServedType | undefined {
  return model.value.types.find(({ typeName }) => typeName === typename);
}

/** The entity type with this value of the enum `EntityType`; undefined if the model has none. */
export function typeByValue(value: string | null | undefined): ServedType | undefined {
  return model.value.types.find(({ type }) => type === value);
}
