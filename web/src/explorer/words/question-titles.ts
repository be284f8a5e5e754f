/** Chinese titles of the questions of `operations/`, by name; the English ones stand in the files. */
export const questionTitles: Readonly<Record<string, string>> = {
  'active-companies-of-a-region': '欧洲有哪些公司在开发或专注于某事？',
  'companies-of-a-region-by-country': '亚洲的公司，按国家',
  'entities-of-a-section': '某一节谈到的实体',
  'segments-of-each-tier': '各层级的环节，按产业链顺序',
  'stages-in-order': '各阶段及其间出现的事物',
  'tools-of-a-domain': '某领域的工具、开发者及其所在地',
};
