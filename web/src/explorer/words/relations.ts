import type { RelationType } from '../../generated/graphql.js';
import { language } from './language.js';

type Phrase = readonly [out: string, back: string, outZh: string, backZh: string];

const phrases: Readonly<Record<RelationType, Phrase>> = {
  DEVELOPS: ['develops', 'developed by', '开发', '开发者'],
  BELONGS_TO: ['belongs to', 'has', '属于', '包括'],
  LOCATED_IN: ['located in', 'is home to', '位于', '所在的公司'],
  FOCUSES_ON: ['focuses on', 'is the focus of', '专注于', '专注者'],
  OPERATES_IN: ['operates in', 'is worked in by', '处于', '从业者'],
  PART_OF: ['is part of', 'has the part', '隶属于', '下属'],
  FEEDS: ['feeds', 'is fed by', '供给', '来源'],
  USES: ['uses', 'is used by', '使用', '使用者'],
  APPLIES_TO: ['applies to', 'is served by', '应用于', '相关应用'],
  EMERGED_IN: ['emerged in', 'saw emerge', '出现于', '出现了'],
  FOLLOWED_BY: ['is followed by', 'follows', '其后是', '其前是'],
  ENABLES: ['enables', 'is enabled by', '促成', '促成者'],
  RAISES: ['raises', 'is raised by', '引发', '起因'],
  MEASURES: ['measures', 'is measured by', '衡量', '相关数据'],
};

const types: readonly RelationType[] = [
  'DEVELOPS',
  'BELONGS_TO',
  'LOCATED_IN',
  'FOCUSES_ON',
  'OPERATES_IN',
  'PART_OF',
  'FEEDS',
  'USES',
  'APPLIES_TO',
  'EMERGED_IN',
  'FOLLOWED_BY',
  'ENABLES',
  'RAISES',
  'MEASURES',
];

/** Narrows a text to a relation type, or null where it is none. */
export function relationTypeOf(text: string): RelationType | null {
  return types.find((type) => type === text) ?? null;
}

/** Says a relation as a verb, seen from its start or from its end. */
export function relationPhrase(type: RelationType, seenFrom: 'start' | 'end' = 'start'): string {
  const [out, back, outZh, backZh] = phrases[type];
  if (language.code.value === 'zh') return seenFrom === 'start' ? outZh : backZh;
  return seenFrom === 'start' ? out : back;
}
