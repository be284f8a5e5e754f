import { type Problem, formatValue, problemAt } from '../problem.js';
import type { Draft } from './draft.js';

/** Reports former ids that an entity still has, or that two entities claim. */
export function checkFormerIds({ entities }: Draft): Problem[] {
  const owners = new Map(entities.map(({ id }) => [id, id]));
  return entities.flatMap((record) =>
    (record.fields.formerIds ?? []).flatMap((formerId, index) => {
      const owner = owners.get(formerId);
      owners.set(formerId, record.id);
      if (owner === undefined) return [];
      const expected = 'an id that no other entity has or had';
      return [problemAt(record, ['formerIds', index], expected, `${formatValue(formerId)}, which belongs to ${owner}`)];
    }),
  );
}
