import { computed, signal } from '@preact/signals';
import type { ModelQuery } from '../../generated/graphql.js';

/** The model that the server describes, each word in both languages, or twice in English where it has no other. */
export type ServedModel = ModelQuery['model'];

/** A type of entity of the model. */
export type ServedType = ServedModel['types'][number];

/** A field that only one type of entity has. */
export type ServedField = ServedType['fields'][number];

/** A view beside the graph. */
export type ServedView = ServedModel['views'][number];

const none: ServedModel = { languages: [], types: [], relationTypes: [], views: [] };

const held = signal<ServedModel | null>(null);

/** The model of the graph; it has nothing in it until the server has described it. */
export const model = computed(() => held.value ?? none);

/** Whether the server has described the model; before that nothing is drawn. */
export const isModelKnown = computed(() => held.value !== null);

/** Takes over what the server says now; the same once more changes nothing. */
export function holdModel(next: ServedModel): void {
  if (JSON.stringify(next) !== JSON.stringify(held.peek())) held.value = next;
}

/** The type of entity that `__typename` or an id calls so; undefined where the model has none. */
export function typeOf(typename: string): ServedType | undefined {
  return model.value.types.find(({ typeName }) => typeName === typename);
}

/** The type of entity that `EntityType` calls so; undefined where the model has none. */
export function typeByValue(value: string | null | undefined): ServedType | undefined {
  return model.value.types.find(({ type }) => type === value);
}
