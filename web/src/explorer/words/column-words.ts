import { language } from './language.js';

const words: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  company: ['company', '公司'],
  companies: ['company', '公司'],
  tools: ['tool', '工具'],
  domain: ['domain', '领域'],
  domains: ['domain', '领域'],
  techniques: ['technique', '技术'],
  industries: ['industry', '行业'],
  region: ['region', '地区'],
  regions: ['region', '地区'],
  children: ['part', '下属地区'],
  tiers: ['tier', '层级'],
  segments: ['segment', '环节'],
  stages: ['stage', '阶段'],
  section: ['section', '章节'],
  entities: ['entity', '实体'],
  relations: ['fact', '事实'],
  corrections: ['correction', '更正'],
  type: ['relation', '关系'],
  status: ['status', '核查'],
  basis: ['basis', '依据'],
  note: ['note', '说明'],
  from: ['from', '从'],
  to: ['to', '到'],
  chapter: ['chapter', '章'],
  paragraph: ['paragraph', '段'],
  level: ['level', '级别'],
  position: ['place', '次序'],
  fromYear: ['from', '始于'],
  toYear: ['until', '止于'],
  number: ['number', '编号'],
  title: ['title', '标题'],
  summary: ['summary', '简介'],
  key: ['group', '分组'],
  count: ['count', '数量'],
};

/** Gives the heading of a column, a path of fields of the API, in the reader's language. */
export function columnName(heading: string): string {
  const translate = (field: string): string => words[field]?.[language.code.value === 'zh' ? 1 : 0] ?? field;
  return heading.split(' · ').map(translate).join(' · ');
}
