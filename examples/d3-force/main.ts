import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  type SimulationNodeDatum,
} from 'd3-force';

interface Node extends SimulationNodeDatum {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

interface QueryResponse {
  readonly data?: { readonly neighborhood: { readonly export: { readonly nodes: Node[]; readonly links: Link[] } } };
  readonly errors?: readonly { readonly message: string }[];
}

const query = `query Neighborhood($ids: [ID!]!) {
  neighborhood(ids: $ids, depth: 2, limit: 30) {
    export(format: NODE_LINK)
  }
}`;
const container = document.querySelector<HTMLElement>('#graph');

async function fetchGraph(ids: readonly string[]): Promise<QueryResponse> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables: { ids } });
  const response = await fetch('/graphql', { method: 'POST', headers, body });
  return (await response.json()) as QueryResponse; // the shape that the query selects
}

function createSvgElement(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const created = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  created.textContent = text;
  return created;
}

/** Computes the layout: sets the coordinates of the nodes, and returns the links with node objects in place of ids. */
function computeLayout(nodes: Node[], links: readonly Link[]): { readonly source: Node; readonly target: Node }[] {
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const resolvedLinks = links.flatMap((link) => {
    const [source, target] = [nodesById.get(link.source), nodesById.get(link.target)];
    return source && target ? [{ source, target }] : [];
  });
  forceSimulation(nodes)
    .force('links', forceLink(resolvedLinks).distance(70))
    .force('charge', forceManyBody().strength(-400))
    .force('collision', forceCollide(24))
    .force('center', forceCenter())
    .stop()
    .tick(300);
  return resolvedLinks;
}

function draw(nodes: Node[], links: readonly Link[]): SVGElement {
  const resolvedLinks = computeLayout(nodes, links);
  const [xs, ys] = [nodes.map(({ x = 0 }) => x), nodes.map(({ y = 0 }) => y)];
  const [left, top] = [Math.min(...xs) - 20, Math.min(...ys) - 20];
  const viewBox = [left, top, Math.max(...xs) - left + 160, Math.max(...ys) - top + 20].join(' ');
  const svg = createSvgElement('svg', { viewBox, width: '100%', height: '100%' });
  for (const { source, target } of resolvedLinks) {
    const ends = { x1: source.x ?? 0, y1: source.y ?? 0, x2: target.x ?? 0, y2: target.y ?? 0 };
    svg.append(createSvgElement('line', { ...ends, stroke: '#b9c3c7' }));
  }
  for (const { kind, name, x = 0, y = 0 } of nodes) {
    svg.append(createSvgElement('circle', { cx: x, cy: y, r: 6, fill: kind === 'Company' ? '#2f6db5' : '#17877a' }));
    svg.append(createSvgElement('text', { x: x + 9, y: y + 4, 'font-size': 11 }, name));
  }
  return svg;
}

if (container) {
  const { data, errors } = await fetchGraph(['Company:baidu']);
  if (data) container.append(draw(data.neighborhood.export.nodes, data.neighborhood.export.links));
  else container.textContent = errors?.map(({ message }) => message).join(' ') ?? 'The response has no data.';
}
