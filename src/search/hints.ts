import type { EntityTypeModel, Model } from '../model/model.js';

/** The relation types by which completions of one type of entity say what it belongs to, by direction and in order. */
interface Hints {
  readonly out: readonly string[];
  readonly in: readonly string[];
  /** All of them, the ones that say most first. */
  readonly ranks: readonly string[];
}

/** The hints of each type that has any, by its label. */
export function hintsOf({ types }: Model): Readonly<Record<string, Hints>> {
  return Object.fromEntries(types.filter(({ fields }) => fields.some(({ isHint }) => isHint)).map(hintsOfType));
}

function hintsOfType({ name, fields }: EntityTypeModel): [string, Hints] {
  const hints = fields.flatMap((field) => (field.kind === 'related' && field.isHint ? [field] : []));
  const inDirection = (wanted: 'OUT' | 'IN'): string[] => [
    ...new Set(hints.filter(({ direction }) => direction === wanted).map(({ relation }) => relation)),
  ];
  const ranks = [...new Set(hints.map(({ relation }) => relation))];
  return [name, { out: inDirection('OUT'), in: inDirection('IN'), ranks }];
}
