import { join } from 'node:path';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import type { Database } from '../../src/neo4j/database.js';
import { packageRoot } from '../../src/paths.js';
import type { Sample } from './sample.js';

/**
 * Loads the project's own dataset without refuted facts, which our server leaves out of lists and the others do not.
 * Returns the number of nodes and relations, and a sample for the requests.
 */
export async function loadArticleDataset(database: Database): Promise<{ rows: number; sample: Sample }> {
  const { relations, ...others } = await readDataset(projectModel(), join(packageRoot, 'data'));
  const dataset = { ...others, relations: relations.filter(({ fields }) => fields.status !== 'REFUTED') };
  await loadDataset(database, projectModel(), dataset);
  return { rows: dataset.entities.length + dataset.relations.length, sample: sampleArticle(dataset) };
}

function sampleArticle({ entities, relations }: Dataset): Sample {
  const slugsOf = (type: string): string[] =>
    entities.filter((record) => record.type === type).map(({ fields }) => fields.slug);
  const targetSlugsOf = (type: string, from: string): string[] =>
    relations
      .filter((record) => record.type === type && record.from === from)
      .map(({ to }) => to.slice(to.indexOf(':') + 1));
  const companies = slugsOf('Company');
  return {
    companies,
    tools: slugsOf('Tool'),
    domains: slugsOf('Domain'),
    regions: slugsOf('Region'),
    filters: relations
      .filter(({ type }) => type === 'DEVELOPS')
      .flatMap(({ from, to }) =>
        targetSlugsOf('LOCATED_IN', from).flatMap((region) =>
          targetSlugsOf('BELONGS_TO', to).map((domain) => ({ region, domain })),
        ),
      ),
    pairs: companies.slice(1).map((slug, index) => ({ from: `Company:${companies[index]}`, to: `Company:${slug}` })),
    names: entities.map(({ fields }) => fields.name.en ?? fields.name.zh ?? fields.slug),
  };
}
