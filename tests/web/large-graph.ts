import type { Page } from 'playwright-core';

const typeNames = ['Company', 'Tool', 'Domain', 'Technique', 'Industry', 'Region', 'Segment', 'Statistic'];

/** Responds to the explorer's query for the whole graph with a generated graph of `order` entities. */
export async function serveLargeGraph(page: Page, entityCount: number): Promise<void> {
  const body = JSON.stringify(largeGraph(entityCount));
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query WholeGraph') === true
      ? route.fulfill({ contentType: 'application/json', body })
      : route.continue(),
  );
}

/** Generates a response with a hub for every 97 entities, and links between their communities. */
function largeGraph(entityCount: number): object {
  const nodes = Array.from({ length: entityCount }, (_, index) => ({
    __typename: typeNames[index % typeNames.length],
    id: `Tool:made-up-${index}`,
    en: `Made up ${index}`,
    zh: `虚构 ${index}`,
    degree: index % 97 === 0 ? 40 : 2 + (index % 5),
  }));
  const links = Array.from({ length: 2 * entityCount }, (_, index) => {
    const source = index % entityCount;
    const hub = source - (source % 97);
    const isLocal = index < entityCount;
    const target = isLocal ? hub : (source * 31 + 7 * index) % entityCount;
    const status = index % 50 === 0 ? 'REFUTED' : 'CONFIRMED';
    return { id: `USES:${index}`, type: 'USES', source: idOf(source), target: idOf(target), status, basis: 'STATED' };
  });
  const graph = { truncated: false, nodeCount: entityCount, linkCount: links.length, nodes, links };
  return { data: { graph } };
}

function idOf(index: number): string {
  return `Tool:made-up-${index}`;
}
