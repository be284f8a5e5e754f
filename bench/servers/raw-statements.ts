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
    RETURN [find IN found[.. $size] | {id: find.entity.id, name: find.entity.name}]`,

  path: `
    MATCH (from:Entity {id: $from})
    MATCH (to:Entity {id: $to})
    MATCH path = shortestPath((from)-[:${walked}*..6]-(to))
    WHERE all(r IN relationships(path) WHERE r.status <> 'REFUTED')
    RETURN {
      length: length(path),
      nodes: [n IN nodes(path) | {id: n.id, name: n.name}],
      relations: [r IN relationships(path) | ${linkRow}]
    }`,

  neighborhood: `
    MATCH (seed:Entity {id: $id})
    WITH COLLECT {
      MATCH (seed)--(n) RETURN n
      UNION
      MATCH (seed)--()--(n) RETURN n
      UNION
      RETURN seed AS n
    } AS nodes
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
