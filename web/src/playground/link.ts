/** What a link to the playground holds. */
export interface PlaygroundLink {
  readonly query: string;
  readonly variables?: string;
}

/** Reads the query and variables from the address, or null when it holds none. */
export function readLink(search: string): PlaygroundLink | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (query === null) return null;
  const variables = parameters.get('variables');
  return variables === null ? { query } : { query, variables };
}

/** Writes the address at which the playground opens with this query. */
export function writeLink(path: string, { query, variables }: PlaygroundLink): string {
  const parameters = new URLSearchParams({ query });
  if (variables !== undefined && variables.trim() !== '' && variables.trim() !== '{}') {
    parameters.set('variables', variables);
  }
  return `${path}?${parameters.toString()}`;
}
