import cytoscape, { type ElementsDefinition } from 'cytoscape';

interface QueryResponse {
  readonly data?: { readonly between: { readonly export: { readonly elements: ElementsDefinition } } };
  readonly errors?: readonly { readonly message: string }[];
}

const query = `query Between($ids: [ID!]!) {
  between(ids: $ids) {
    export(format: CYTOSCAPE)
  }
}`;
const container = document.querySelector<HTMLElement>('#graph');

async function fetchGraph(ids: readonly string[]): Promise<QueryResponse> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables: { ids } });
  const response = await fetch('/graphql', { method: 'POST', headers, body });
  return (await response.json()) as QueryResponse; // the shape that the query selects
}

function draw(target: HTMLElement, elements: ElementsDefinition): void {
  const graph = cytoscape({
    container: target,
    elements,
    maxZoom: 2,
    layout: { name: 'cose', animate: false, padding: 40 },
    style: [
      { selector: 'node', style: { label: 'data(name)', 'font-size': 11, width: 16, height: 16 } },
      // The export sets the entity type of each element as its class.
      { selector: '.Company', style: { 'background-color': '#2f6db5' } },
      { selector: '.Tool', style: { 'background-color': '#17877a' } },
      { selector: '.Domain', style: { 'background-color': '#7349ad' } },
      { selector: 'edge', style: { width: 1, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' } },
    ],
  });
  target.dataset['drawn'] = String(graph.nodes().length);
}

if (container) {
  const { data, errors } = await fetchGraph(['Company:openai', 'Company:baidu', 'Company:nvidia', 'Domain:music']);
  if (data) draw(container, data.between.export.elements);
  else container.textContent = errors?.map(({ message }) => message).join(' ') ?? 'The response has no data.';
}
