import { valueName } from '../words/values.js';
import type { CardEntity } from './card.js';

/** What only this type of entity has to tell, in a few words. */
export function particulars(entity: CardEntity): string[] {
  switch (entity.__typename) {
    case 'Company':
      return entity.companyKind ? [valueName(entity.companyKind)] : [];
    case 'Tool':
      return entity.toolKind ? [valueName(entity.toolKind)] : [];
    case 'Region':
      return [valueName(entity.level)];
    case 'Stage':
      return [`${entity.fromYear ?? '…'}–${entity.toYear ?? '…'}`];
    case 'Statistic':
      return [
        `${entity.value} ${entity.unit ?? ''}`.trim(),
        ...(entity.year ? [String(entity.year)] : []),
        valueName(entity.statisticKind),
        ...(entity.publisher ? [entity.publisher] : []),
      ];
    case 'Opportunity':
      return [valueName(entity.audience)];
    case 'Section':
      return [`§${entity.number}`];
    default:
      return [];
  }
}
