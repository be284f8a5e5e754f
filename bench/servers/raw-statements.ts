import { readFileSync } from 'node:fs';
import { atlasLabel } from '../../src/shared/atlas-label.js';

// `readCypherFile` would look for it relative to the compiled server.
const findEntities = readFileSync(new URL('../../cypher/search/find-entities.cypher', import.meta.url), 'utf8');

// Like the API, ignores data that other applications have written to the same database.
const ownRelation = `{madeBy: '${atlasLabel}'}`;

// Like the API, ignores refuted relations too.
const countedRelation = `{heldBy: '${atlasLabel}'}`;

const relationTypes =
  'DEVELOPS|BELONGS_TO|LOCATED_IN|FOCUSES_ON|OPERATES_IN|PART_OF|FEEDS|USES|APPLIES_TO|EMERGED_IN|FOLLOWED_BY|ENABLES|RAISES|MEASURES';

const linkRow = '{id: r.id, source: startNode(r).id, target: endNode(r).id}';

/** The best handwritten statement for each work item. The result is its first column. */
export const rawStatements: Readonly<Record<string, string>> = {
  point: `
    MATCH (c:Company&${atlasLabel} {slug: $slug})
    RETURN {slug: c.slug, name: c.name, kind: c.kind}`,

  levels: `
    MATCH (d:Domain&${atlasLabel} {slug: $slug})
    RETURN {
      name: d.name,
      tools: COLLECT {
        MATCH (d)<-[:BELONGS_TO ${countedRelation}]-(t) WITH t ORDER BY t.sortKey LIMIT $first
        RETURN {
          name: t.name,
          companies: COLLECT {
            MATCH (t)<-[:DEVELOPS ${countedRelation}]-(c) WITH c ORDER BY c.sortKey
            RETURN {
              name: c.name,
              regions: COLLECT { MATCH (c)-[:LOCATED_IN ${countedRelation}]->(r) WITH r ORDER BY r.sortKey RETURN {name: r.name} }
            }
          }
        }
      }
    }`,

  filter: `
    MATCH (:Region&${atlasLabel} {slug: $region})<-[:LOCATED_IN ${countedRelation}]-(c)
    WHERE EXISTS { (c)-[:DEVELOPS ${countedRelation}]->()-[:BELONGS_TO ${countedRelation}]->(:Domain {slug: $domain}) }
    WITH c ORDER BY c.sortKey LIMIT $first
    RETURN {slug: c.slug, name: c.name}`,

  page: `
    MATCH (c:Company&${atlasLabel})
    WHERE c.sortKey > $after
    WITH c ORDER BY c.sortKey LIMIT $first
    RETURN {slug: c.slug, name: c.name}`,

  // Uses the ranking of our server: another ranking would be a different work item.
  search: `
    CALL () { ${findEntities} }
    RETURN [find IN rest[.. $size] | {id: find.entity.id, name: find.entity.name}]`,

  // Checks relations during the search only if every shortest path contains a refuted one.
  path: `
    MATCH (from:Entity&${atlasLabel} {id: $from}), (to:Entity&${atlasLabel} {id: $to})
    CALL (from, to) {
      MATCH walk = allShortestPaths((from)-[:${relationTypes}*..6]-(to))
      WITH walk, any(r IN relationships(walk) WHERE r.status = 'REFUTED' OR NOT coalesce(r.madeBy = '${atlasLabel}', false)) AS isBarred
      ORDER BY isBarred, [r IN relationships(walk) | r.id]
      LIMIT 1
      RETURN walk AS first, isBarred
    }
    CALL (from, to, first, isBarred) {
      WITH first, isBarred
      WHERE NOT isBarred
      RETURN first AS walk
      UNION ALL
      WITH from, to, isBarred
      WHERE isBarred
      MATCH walk = allShortestPaths((from)-[:${relationTypes}*..6]-(to))
      WHERE all(r IN relationships(walk) WHERE r.madeBy = '${atlasLabel}' AND r.status <> 'REFUTED')
      WITH walk
      ORDER BY [r IN relationships(walk) | r.id]
      LIMIT 1
      RETURN walk
    }
    RETURN {
      length: length(walk),
      nodes: [n IN nodes(walk) | {id: n.id, name: n.name}],
      relations: [r IN relationships(walk) | ${linkRow}]
    }`,

  // Returns the nearest $most entities. The server sorts them by id.
  neighborhood: `
    MATCH (seed:Entity&${atlasLabel} {id: $id})
    WITH seed, COLLECT { MATCH (seed)-[${countedRelation}]-(n) WITH DISTINCT n ORDER BY n.id LIMIT $most RETURN n } AS near
    WITH [seed] + near + COLLECT { UNWIND near AS m MATCH (m)-[${countedRelation}]-(n) WITH DISTINCT n ORDER BY n.id LIMIT 2 * $most RETURN n } AS met
    UNWIND range(0, size(met) - 1) AS place
    WITH met[place] AS n, min(place) AS nearest
    ORDER BY nearest
    LIMIT $most
    WITH collect(n) AS nodes
    RETURN {
      nodes: [n IN nodes | {id: n.id, name: n.name}],
      links: COLLECT { UNWIND nodes AS n MATCH (n)-[r ${countedRelation}]->(m) WHERE m IN nodes RETURN ${linkRow} }
    }`,

  graph: `
    RETURN {
      nodes: COLLECT { MATCH (n:Entity&${atlasLabel}) RETURN {id: n.id, name: n.name} },
      links: COLLECT { MATCH (:Entity)-[r ${ownRelation}]->(:Entity) RETURN ${linkRow} }
    }`,
};
