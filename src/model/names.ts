/** `ResearchArea` as an enum value: `RESEARCH_AREA`. */
export function constantCase(name: string): string {
  return wordsOf(name).join('_').toUpperCase();
}

/** `ResearchArea` as a name in Neo4j's schema: `research_area`. */
export function snakeCase(name: string): string {
  return constantCase(name).toLowerCase();
}

/** `ResearchArea` as a file name: `research-area`. */
export function kebabCase(name: string): string {
  return wordsOf(name).join('-').toLowerCase();
}

/** `ResearchArea` as the word for one: `research area`. */
export function spacedWords(name: string): string {
  return wordsOf(name).join(' ').toLowerCase();
}

/** `ResearchArea`, or `research areas`, as the name of a field: `researchArea`, `researchAreas`. */
export function camelCase(name: string): string {
  const [first = '', ...rest] = wordsOf(name).map((word) => word.toLowerCase());
  return [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

function wordsOf(name: string): string[] {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').split(/[\s_-]+/);
}
