import { cypherFile } from '../../src/neo4j/cypher-file.js';

const walked =
  'DEVELOPS|BELONGS_TO|LOCATED_IN|FOCUSES_ON|OPERATES_IN|PART_OF|FEEDS|USES|APPLIES_TO|EMERGED_IN|FOLLOWED_BY|ENABLES|RAISES|MEASURES';

const linkRow = '{id: r.id, source: startNode(r).id, target: endNode(r).id}';

/** The best statement by hand for each piece of work; the answer is its first column. */
export const rawStatements: Readonly<Record<string, string>> = {
  point: `
    MATCH (c:Company {slug: $slug})
    RETURN {slug: c.slug, name: c.name, kind: c.kind}`,

  levels: `
    MATCH (d:Domain {slug: $slug})
    RETURN {
      name: d.name,
      tools: COLLECT {
        MATCH (d)<-[:BELONGS_TO]-(t) WITH t ORDER BY t.sortKey LIMIT $first
        RETURN {
          name: t.name,
          companies: COLLECT {
            MATCH (t)<-[:DEVELOPS]-(c) WITH c ORDER BY c.sortKey
            RETURN {
              name: c.name,
              regions: COLLECT { MATCH (c)-[:LOCATED_IN]->(r) WITH r ORDER BY r.sortKey RETURN {name: r.name} }
            }
          }
        }
      }
    }`,

  filter: `
    MATCH (:Region {slug: $region})<-[:LOCATED_IN]-(c)
    WHERE EXISTS { (c)-[:DEVELOPS]->()-[:BELONGS_TO]->(:Domain {slug: $domain}) }
    WITH c ORDER BY c.sortKey LIMIT $first
    RETURN {slug: c.slug, name: c.name}`,

  page: `
    MATCH (c:Company)
    WHERE c.sortKey > $after
    WITH c ORDER BY c.sortKey LIMIT $first
    RETURN {slug: c.slug, name: c.name}`,

  // Ranked as ours: the terms of another ranking would be another piece of work.
  search: `
    CALL () { ${cypherFile('search/find-entities')} }
    RETURN [find IN rest[.. $size] | {id: find.entity.id, name: find.entity.name}]`,

  // To look at each relation on the way is only worth it where every shortest walk has a refuted one.
  path: `
    MATCH (from:Entity {id: $from}), (to:Entity {id: $to})
    CALL (from, to) {
      MATCH walk = allShortestPaths((from)-[:${walked}*..6]-(to))
      WITH walk, any(r IN relationships(walk) WHERE r.status = 'REFUTED') AS isRefuted
      ORDER BY isRefuted, [r IN relationships(walk) | r.id]
      LIMIT 1
      RETURN walk AS first, isRefuted
    }
    CALL (from, to, first, isRefuted) {
      WITH first, isRefuted
      WHERE NOT isRefuted
      RETURN first AS walk
      UNION ALL
      WITH from, to, isRefuted
      WHERE isRefuted
      MATCH walk = allShortestPaths((from)-[:${walked}*..6]-(to))
      WHERE all(r IN relationships(walk) WHERE r.status <> 'REFUTED')
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

  // The server sorts the answer by id, and keeps the nearest where there are more than $most.
  neighborhood: `
    MATCH (seed:Entity {id: $id})
    WITH seed, COLLECT { MATCH (seed)--(n) RETURN DISTINCT n LIMIT $most } AS near
    WITH [seed] + near + COLLECT { UNWIND near AS m MATCH (m)--(n) RETURN DISTINCT n LIMIT 2 * $most } AS met
    UNWIND range(0, size(met) - 1) AS place
    WITH met[place] AS n, min(place) AS nearest
    ORDER BY nearest
    LIMIT $most
    WITH collect(n) AS nodes
    RETURN {
      nodes: [n IN nodes | {id: n.id, name: n.name}],
      links: COLLECT { UNWIND nodes AS n MATCH (n)-[r]->(m) WHERE m IN nodes RETURN ${linkRow} }
    }`,

  graph: `
    RETURN {
      nodes: COLLECT { MATCH (n:Entity) RETURN {id: n.id, name: n.name} },
      links: COLLECT { MATCH (:Entity)-[r]->(:Entity) RETURN ${linkRow} }
    }`,
};
