import { language } from './language.js';

const names: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  STARTUP: ['start-up', '初创公司'],
  BIG_TECH: ['big technology company', '大型科技公司'],
  TRADITIONAL: ['traditional company', '传统企业'],
  RESEARCH: ['research institution', '研究机构'],
  MODEL: ['model', '模型'],
  ALGORITHM: ['algorithm', '算法'],
  APPLICATION: ['application', '应用'],
  PLATFORM: ['platform', '平台'],
  LIBRARY: ['library', '代码库'],
  CONTINENT: ['continent', '大洲'],
  COUNTRY: ['country', '国家'],
  CITY: ['city', '城市'],
  MEASURED: ['measured', '实测'],
  FORECAST: ['forecast', '预测'],
  INDIVIDUAL: ['for individuals', '面向个人'],
  STATED: ['stated in the article', '文中所述'],
  CURATED: ['added by a curator', '编者补充'],
  ENTERPRISE: ['for enterprises', '面向企业'],
};

/** Gives an enum value of the API in words. */
export function valueName(value: string): string {
  const pair = names[value];
  return pair === undefined ? value : pair[language.code.value === 'zh' ? 1 : 0];
}
