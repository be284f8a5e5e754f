import type { Page } from 'playwright-core';

const kinds = ['Company', 'Tool', 'Domain', 'Technique', 'Industry', 'Region', 'Segment', 'Statistic'];

/** Responds to the explorer's query for the whole graph with a generated graph of `order` entities. */
export async function serveLargeGraph(page: Page, order: number): Promise<void> {
  const body = JSON.stringify(largeGraph(order));
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query WholeGraph') === true
      ? route.fulfill({ contentType: 'application/json', body })
      : route.continue(),
  );
}

/** Generates a response with a hub for every 97 entities, and links between their communities. */
function largeGraph(order: number): object {
  const nodes = Array.from({ length: order }, (_, index) => ({
    __typename: kinds[index % kinds.length],
    id: `Tool:made-up-${index}`,
    en: `Made up ${index}`,
    zh: `虚构 ${index}`,
    degree: index % 97 === 0 ? 40 : 2 + (index % 5),
  }));
  const links = Array.from({ length: 2 * order }, (_, index) => {
    const source = index % order;
    const hub = source - (source % 97);
    const isLocal = index < order;
    const target = isLocal ? hub : (source * 31 + 7 * index) % order;
    const status = index % 50 === 0 ? 'REFUTED' : 'CONFIRMED';
    return { id: `USES:${index}`, type: 'USES', source: idOf(source), target: idOf(target), status, basis: 'STATED' };
  });
  const graph = { truncated: false, nodeCount: order, linkCount: links.length, nodes, links };
  return { data: { graph } };
}

function idOf(index: number): string {
  return `Tool:made-up-${index}`;
}
