import { Client, fetchExchange, gql } from '@urql/core';
import Graph from 'graphology';
import type { SerializedGraph } from 'graphology-types';
import Sigma from 'sigma';

interface QueryData {
  readonly graph: { readonly nodeCount: number; readonly export: SerializedGraph };
}

const wholeGraph = gql<QueryData>`
  query WholeGraph {
    graph(limit: 10000) {
      nodeCount
      export(format: GRAPHOLOGY)
    }
  }
`;

const client = new Client({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false });
const container = document.querySelector<HTMLElement>('#graph');

async function draw(target: HTMLElement): Promise<void> {
  const { data, error } = await client.query(wholeGraph, {}).toPromise();
  if (data === undefined) {
    target.textContent = error?.message ?? 'The response has no data.';
    return;
  }
  // The export includes positions, sizes and colors. Names are in `label`.
  const sigma = new Sigma(Graph.from(data.graph.export), target);
  sigma.on('clickNode', ({ node }) => {
    document.title = String(sigma.getGraph().getNodeAttribute(node, 'label'));
  });
  target.dataset['drawn'] = String(data.graph.nodeCount);
}

if (container) await draw(container);
