/** Converts `ResearchArea` to the form of an enum value: `RESEARCH_AREA`. */
export function constantCase(name: string): string {
  return splitWords(name).join('_').toUpperCase();
}

/** Converts `ResearchArea` to the form of a name in Neo4j's schema: `research_area`. */
export function snakeCase(name: string): string {
  return constantCase(name).toLowerCase();
}

/** Converts `ResearchArea` to the form of a file name: `research-area`. */
export function kebabCase(name: string): string {
  return splitWords(name).join('-').toLowerCase();
}

/** Converts `ResearchArea` to words in lower case: `research area`. */
export function spacedWords(name: string): string {
  return splitWords(name).join(' ').toLowerCase();
}

/** Converts `ResearchArea` or `research areas` to the form of a field name: `researchArea`, `researchAreas`. */
export function camelCase(name: string): string {
  const [first = '', ...rest] = splitWords(name).map((word) => word.toLowerCase());
  return [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

function splitWords(name: string): string[] {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').split(/[\s_-]+/);
}
