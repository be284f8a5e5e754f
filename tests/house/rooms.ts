/** Words that GraphQL or Neo4j bring along, with the folders that may carry them beside the concepts of the schema. */
export const technicalRooms: Readonly<Record<'cypher' | 'src' | 'tests', readonly string[]>> = {
  cypher: ['migrations'],
  src: ['citation', 'commands', 'compile', 'connection', 'generated', 'neo4j', 'node', 'read', 'shared', 'web'],
  tests: ['commands', 'compile', 'graphql', 'house', 'neo4j', 'operations', 'promises', 'setup', 'web'],
};
