/** The subdirectories that each top-level directory may have. None is named after a concept of the model. */
export const allowedDirectories: Readonly<Record<'cypher' | 'src' | 'tests', readonly string[]>> = {
  cypher: ['dataset', 'entity', 'graph', 'search', 'similar'],
  src: [
    ...['batch', 'cache', 'commands', 'compile', 'cost', 'dataset', 'execute', 'generated', 'graph', 'http'],
    ...['launchers', 'model', 'neo4j', 'path', 'search', 'shared', 'similar', 'web'],
  ],
  tests: [
    ...[
      'answers',
      'batch',
      'cache',
      'clients',
      'commands',
      'dataset',
      'execute',
      'federation',
      'graph',
      'graphql',
      'conventions',
      'http',
    ],
    ...['launchers', 'model', 'neo4j', 'operations', 'path', 'promises', 'proxies', 'scale', 'search', 'setup', 'web'],
  ],
};
