/** The questions of `operations/` that the explorer offers, in its order, with their Chinese titles; the English ones stand in the files. */
export const questionTitles: ReadonlyMap<string, string> = new Map([
  ['tools-of-a-domain', '某领域的工具、开发者及其所在地'],
  ['companies-of-a-region-by-country', '亚洲的公司，按国家'],
  ['makers-in-several-domains', '谁在多个领域开发工具'],
  ['tools-of-a-company-by-domain', '某公司的工具，按所属领域'],
  ['segments-of-each-tier', '各层级的环节，按产业链顺序'],
  ['refuted-facts', '文章中有误之处及更正'],
  ['stages-in-order', '各阶段及其间出现的事物'],
  ['entities-of-a-section', '某一节谈到的实体'],
  ['active-companies-of-a-region', '在开发或专注于某领域的欧洲公司'],
  ['techniques-of-two-domains', '两个领域共有的技术'],
]);
