import { model, typeByValue } from '../model/served-model.js';
import { typeLabel } from './kinds.js';
import { nameOf } from './translate.js';

const columnWords: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  entities: ['entity', '实体'],
  relations: ['fact', '事实'],
  corrections: ['correction', '更正'],
  type: ['relation', '关系'],
  status: ['status', '核查状态'],
  basis: ['basis', '依据'],
  note: ['note', '说明'],
  from: ['from', '起点'],
  to: ['to', '终点'],
  chapter: ['chapter', '章'],
  paragraph: ['paragraph', '段'],
  title: ['title', '标题'],
  statements: ['value', '取值'],
  property: ['property', '属性'],
  references: ['reference', '参考来源'],
  publisher: ['publisher', '发布者'],
  date: ['date', '日期'],
  retrievedOn: ['read on', '查阅日期'],
  url: ['address', '网址'],
  summary: ['summary', '简介'],
  key: ['group', '分组'],
  count: ['count', '数量'],
  all: ['all companies', '全部公司'],
};

/** Translates a column heading, a path of API fields, into the current language. */
export function columnName(heading: string): string {
  return heading
    .split(' · ')
    .map((field) => translateField(field) ?? field)
    .join(' · ');
}

function translateField(name: string): string | undefined {
  const [en, zh] = columnWords[name] ?? [];
  if (en !== undefined && zh !== undefined) return nameOf({ en, zh });
  const { types } = model.value;
  const field = types.flatMap(({ fields }) => fields).find((candidate) => candidate.name === name);
  const type =
    types.find((candidate) => candidate.field === name || candidate.listField === name) ?? typeByValue(field?.target);
  if (type) return typeLabel(type);
  return field && nameOf({ en: field.label, zh: field.labelZh });
}
