import { describe, expect, it } from 'vitest';
import { errorStatuses } from '../../src/errors.js';
import { alter } from '../dataset/stored-graph.js';
import { matchDallE, matchOpenAI, usePristineGraph } from '../dataset/describe-tampering.js';
import { listOperationNames, readOperation } from '../operations/read-operation.js';
import { serveApi } from '../setup/api.js';

const changes = [
  ['every property of an entity removed', `${matchOpenAI} SET n = {}`],
  ['a list of numbers instead of strings', `${matchOpenAI} SET n.citations = [1, 2], n.references = [1]`],
  ['a number instead of a name', `${matchOpenAI} SET n.name = 1`],
  ['the id of an entity removed', `${matchOpenAI} REMOVE n.id`],
  ['a number as the id of an entity', `${matchOpenAI} SET n.id = 1`],
  ['the id of a relation removed', `${matchDallE} REMOVE r.id`],
  ['a number as the id of a relation', `${matchDallE} SET r.id = 1`],
] as const;

const operations = [
  ...listOperationNames().map(readOperation),
  '{ node(id: "Company:openai") { id __typename } }',
  '{ company(slug: "openai") { id relations { nodes { id from { id name } to { id name } } } } }',
  '{ search(query: "openai") { nodes { id name } } }',
  '{ tools { nodes { id companies { nodes { id relations { nodes { from { name } } } } } } } }',
];

describe('A graph that another client has changed', () => {
  const pristine = usePristineGraph();
  const api = serveApi(() => pristine.neo4j.database);

  it.each(changes)('leaves no request without a response: %s', async (_, change) => {
    await alter(pristine.neo4j.database, change);
    for (const operation of operations) {
      const { data, errors = [] } = await api.send(operation);
      expect(data !== undefined || errors.length > 0).toBe(true);
      for (const { extensions } of errors) expect([...errorStatuses.keys()]).toContain(extensions.code);
    }
  });
});
