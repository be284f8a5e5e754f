import { language } from './language.js';

/** The types of entity, as the API names them in `__typename`, in the order of the legend. */
export const kinds = [
  'Company',
  'Tool',
  'Domain',
  'Technique',
  'Industry',
  'Region',
  'Tier',
  'Segment',
  'Stage',
  'Statistic',
  'Opportunity',
  'Challenge',
  'Trend',
  'Section',
] as const;

/** A type of entity. */
export type Kind = (typeof kinds)[number];

const names: Readonly<Record<Kind, readonly [one: string, many: string, chinese: string]>> = {
  Company: ['Company', 'Companies', '公司'],
  Tool: ['Tool', 'Tools', '工具'],
  Domain: ['Domain', 'Domains', '领域'],
  Technique: ['Technique', 'Techniques', '技术'],
  Industry: ['Industry', 'Industries', '行业'],
  Region: ['Region', 'Regions', '地区'],
  Tier: ['Tier', 'Tiers', '层级'],
  Segment: ['Segment', 'Segments', '环节'],
  Stage: ['Stage', 'Stages', '阶段'],
  Statistic: ['Figure', 'Figures', '数据'],
  Opportunity: ['Opportunity', 'Opportunities', '机遇'],
  Challenge: ['Challenge', 'Challenges', '挑战'],
  Trend: ['Trend', 'Trends', '趋势'],
  Section: ['Section', 'Sections', '章节'],
};

/** Narrows a `__typename` to a type of entity. */
export function kindOf(typename: string): Kind {
  return kinds.find((kind) => kind === typename) ?? 'Section';
}

/** Names a type of entity: one of it, or many. */
export function kindName(kind: Kind, count: 'one' | 'many' = 'one'): string {
  const [one, many, chinese] = names[kind];
  if (language.code.value === 'zh') return chinese;
  return count === 'one' ? one : many;
}
