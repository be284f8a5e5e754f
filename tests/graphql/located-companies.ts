import { articleDataset } from '../setup/article-dataset.js';

const facts = articleDataset.relations.filter(({ fields }) => fields.status !== 'REFUTED');

/** The slugs of the companies that the data files locate in a region or its subregions, sorted; no refuted facts. */
export function companiesWithin(slug: string): string[] {
  const regions = idsWithin(`Region:${slug}`);
  const locations = facts.filter(({ type, to }) => type === 'LOCATED_IN' && regions.includes(to));
  return [...new Set(locations.map(({ from }) => from.replace('Company:', '')))].toSorted();
}

function idsWithin(id: string): string[] {
  const parts = facts.filter(({ type, to }) => type === 'PART_OF' && to === id);
  return [id, ...parts.flatMap(({ from }) => idsWithin(from))];
}
