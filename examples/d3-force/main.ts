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

interface Answer {
  readonly data?: { readonly neighborhood: { readonly export: { readonly nodes: Node[]; readonly links: Link[] } } };
  readonly errors?: readonly { readonly message: string }[];
}

const query = `query Neighborhood($ids: [ID!]!) {
  neighborhood(ids: $ids, depth: 2, limit: 30) {
    export(format: NODE_LINK)
  }
}`;
const container = document.querySelector<HTMLElement>('#graph');

async function ask(ids: readonly string[]): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables: { ids } });
  const response = await fetch('/graphql', { method: 'POST', headers, body });
  return (await response.json()) as Answer; // the shape that the query selects
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** Computes the layout: sets the coordinates of the nodes, and returns the links with node objects in place of ids. */
function layOut(nodes: Node[], links: readonly Link[]): { readonly source: Node; readonly target: Node }[] {
  const named = new Map(nodes.map((node) => [node.id, node]));
  const placed = links.flatMap((link) => {
    const [source, target] = [named.get(link.source), named.get(link.target)];
    return source && target ? [{ source, target }] : [];
  });
  forceSimulation(nodes)
    .force('links', forceLink(placed).distance(70))
    .force('charge', forceManyBody().strength(-400))
    .force('collision', forceCollide(24))
    .force('center', forceCenter())
    .stop()
    .tick(300);
  return placed;
}

function draw(nodes: Node[], links: readonly Link[]): SVGElement {
  const placed = layOut(nodes, links);
  const [xs, ys] = [nodes.map(({ x = 0 }) => x), nodes.map(({ y = 0 }) => y)];
  const [left, top] = [Math.min(...xs) - 20, Math.min(...ys) - 20];
  const viewBox = [left, top, Math.max(...xs) - left + 160, Math.max(...ys) - top + 20].join(' ');
  const svg = element('svg', { viewBox, width: '100%', height: '100%' });
  for (const { source, target } of placed) {
    const ends = { x1: source.x ?? 0, y1: source.y ?? 0, x2: target.x ?? 0, y2: target.y ?? 0 };
    svg.append(element('line', { ...ends, stroke: '#b9c3c7' }));
  }
  for (const { kind, name, x = 0, y = 0 } of nodes) {
    svg.append(element('circle', { cx: x, cy: y, r: 6, fill: kind === 'Company' ? '#2f6db5' : '#17877a' }));
    svg.append(element('text', { x: x + 9, y: y + 4, 'font-size': 11 }, name));
  }
  return svg;
}

if (container) {
  const { data, errors } = await ask(['Company:baidu']);
  if (data) container.append(draw(data.neighborhood.export.nodes, data.neighborhood.export.links));
  else container.textContent = errors?.map(({ message }) => message).join(' ') ?? 'The response has no data.';
}
