// Purpose: say what is loaded, with the number of relations and of entities of each type.
// Parameters: none.
// Columns: data, a map with the Dataset node's properties, `types` (label and count) and `linkCount`.
// Index: Dataset.id; the counts come from Neo4j's count store.
MATCH (dataset:Dataset {id: 'Dataset'})
RETURN {
  title: [dataset.title, dataset.titleZh],
  version: dataset.version,
  hash: dataset.hash,
  source: dataset.source,
  publishedOn: dataset.publishedOn,
  linkCount: COUNT { MATCH ()-->() },
  nodeCount: COUNT { MATCH (:Entity) },
  types: [
    {type: 'COMPANY', count: COUNT { MATCH (:Company) }},
    {type: 'TOOL', count: COUNT { MATCH (:Tool) }},
    {type: 'DOMAIN', count: COUNT { MATCH (:Domain) }},
    {type: 'REGION', count: COUNT { MATCH (:Region) }},
    {type: 'TIER', count: COUNT { MATCH (:Tier) }},
    {type: 'SEGMENT', count: COUNT { MATCH (:Segment) }},
    {type: 'TECHNIQUE', count: COUNT { MATCH (:Technique) }},
    {type: 'STAGE', count: COUNT { MATCH (:Stage) }},
    {type: 'INDUSTRY', count: COUNT { MATCH (:Industry) }},
    {type: 'STATISTIC', count: COUNT { MATCH (:Statistic) }},
    {type: 'OPPORTUNITY', count: COUNT { MATCH (:Opportunity) }},
    {type: 'CHALLENGE', count: COUNT { MATCH (:Challenge) }},
    {type: 'TREND', count: COUNT { MATCH (:Trend) }},
    {type: 'SECTION', count: COUNT { MATCH (:Section) }}
  ]
} AS data
