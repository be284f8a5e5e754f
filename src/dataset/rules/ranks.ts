import { valueFields } from '../../model/check-fields.js';
import { findUnrefuted, type Draft, type Report } from './draft.js';

/** Reports relations to an entity whose rank is not higher, where the model requires rising ranks. */
export function checkRanks(draft: Draft, report: Report): void {
  const byId = new Map(draft.entities.map((record) => [record.id, record]));
  for (const type of draft.model.types) {
    for (const { property, values, rankAlong } of valueFields(type)) {
      const ranks = values?.values.map(({ name }) => name) ?? [];
      for (const relation of findUnrefuted(draft, rankAlong)) {
        const ends = [byId.get(relation.from), byId.get(relation.to)];
        if (relation.from === relation.to || ends.some((end) => end?.type !== type.name)) continue;
        const [fromRank = -1, toRank = -1] = ends.map((end) =>
          ranks.findIndex((rank) => rank === end?.fields[property]),
        );
        if (fromRank < 0 || toRank < 0 || toRank < fromRank) continue;
        const expected = `a ${type.name} whose ${property} comes before ${ranks[fromRank]} (${ranks.join(', ')})`;
        report(relation, ['to'], expected, `one with ${ranks[toRank]}`);
      }
    }
  }
}
