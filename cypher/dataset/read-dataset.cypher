// Purpose: say what is loaded, with the number of relations and of entities of each type.
// Parameters: none.
// Columns: data, a map with the Dataset node's properties, `types` (label and count) and `linkCount`.
// Index: Dataset.id, the lookup of nodes by label; all relations are read.
MATCH (dataset:Dataset&AigcAtlas {id: 'Dataset'})
RETURN {
  title: [dataset.title, dataset.titleZh],
  version: dataset.version,
  hash: dataset.hash,
  source: dataset.source,
  publishedOn: dataset.publishedOn,
  linkCount: COUNT { MATCH ()-[{madeBy: 'AigcAtlas'}]->() },
  nodeCount: COUNT { MATCH (:Entity&AigcAtlas) },
  types: [
    {type: 'COMPANY', count: COUNT { MATCH (:Company&AigcAtlas) }},
    {type: 'TOOL', count: COUNT { MATCH (:Tool&AigcAtlas) }},
    {type: 'DOMAIN', count: COUNT { MATCH (:Domain&AigcAtlas) }},
    {type: 'REGION', count: COUNT { MATCH (:Region&AigcAtlas) }},
    {type: 'TIER', count: COUNT { MATCH (:Tier&AigcAtlas) }},
    {type: 'SEGMENT', count: COUNT { MATCH (:Segment&AigcAtlas) }},
    {type: 'TECHNIQUE', count: COUNT { MATCH (:Technique&AigcAtlas) }},
    {type: 'STAGE', count: COUNT { MATCH (:Stage&AigcAtlas) }},
    {type: 'INDUSTRY', count: COUNT { MATCH (:Industry&AigcAtlas) }},
    {type: 'STATISTIC', count: COUNT { MATCH (:Statistic&AigcAtlas) }},
    {type: 'OPPORTUNITY', count: COUNT { MATCH (:Opportunity&AigcAtlas) }},
    {type: 'CHALLENGE', count: COUNT { MATCH (:Challenge&AigcAtlas) }},
    {type: 'TREND', count: COUNT { MATCH (:Trend&AigcAtlas) }},
    {type: 'SECTION', count: COUNT { MATCH (:Section&AigcAtlas) }}
  ]
} AS data
