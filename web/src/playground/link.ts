/** The query and variables in a link to the playground. */
export interface PlaygroundLink {
  readonly query: string;
  readonly variables?: string;
}

/** Parses the query and variables of a URL's query string; null if it has no query. */
export function parseLink(search: string): PlaygroundLink | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (query === null) return null;
  const variables = parameters.get('variables');
  return variables === null ? { query } : { query, variables };
}

/** The URL that opens the playground with this query. */
export function formatLink(path: string, { query, variables }: PlaygroundLink): string {
  const parameters = new URLSearchParams({ query });
  if (variables !== undefined && variables.trim() !== '' && variables.trim() !== '{}') {
    parameters.set('variables', variables);
  }
  return `${path}?${parameters.toString()}`;
}
