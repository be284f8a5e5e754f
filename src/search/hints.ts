import type { EntityTypeModel, Model } from '../model/model.js';

/** The relation types whose other ends identify an entity in completions, such as the developer of a tool. */
interface Hints {
  readonly out: readonly string[];
  readonly in: readonly string[];
  /** The relation types of both directions, in order of preference. */
  readonly ranks: readonly string[];
}

/** The hints of each entity type that has any, keyed by its label. */
export function hintsOf({ types }: Model): Readonly<Record<string, Hints>> {
  return Object.fromEntries(types.filter(({ fields }) => fields.some(({ isHint }) => isHint)).map(hintsOfType));
}

function hintsOfType({ name, fields }: EntityTypeModel): [string, Hints] {
  const hints = fields.flatMap((field) => (field.kind === 'related' && field.isHint ? [field] : []));
  const relationsIn = (selectedDirection: 'OUT' | 'IN'): string[] => [
    ...new Set(hints.filter(({ direction }) => direction === selectedDirection).map(({ relation }) => relation)),
  ];
  const ranks = [...new Set(hints.map(({ relation }) => relation))];
  return [name, { out: relationsIn('OUT'), in: relationsIn('IN'), ranks }];
}
