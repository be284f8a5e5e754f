import { Client, fetchExchange, gql } from '@urql/core';
import Graph from 'graphology';
import type { SerializedGraph } from 'graphology-types';
import Sigma from 'sigma';

interface Answer {
  readonly graph: { readonly nodeCount: number; readonly export: SerializedGraph };
}

const wholeGraph = gql<Answer>`
  query WholeGraph {
    graph(limit: 10000) {
      nodeCount
      export(format: GRAPHOLOGY)
    }
  }
`;

const client = new Client({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false });
const container = document.querySelector<HTMLElement>('#graph');

async function draw(onto: HTMLElement): Promise<void> {
  const { data, error } = await client.query(wholeGraph, {}).toPromise();
  if (data === undefined) {
    onto.textContent = error?.message ?? 'The response has no data.';
    return;
  }
  // The export includes positions, sizes and colors. Names are in `label`.
  const sigma = new Sigma(Graph.from(data.graph.export), onto);
  sigma.on('clickNode', ({ node }) => {
    document.title = String(sigma.getGraph().getNodeAttribute(node, 'label'));
  });
  onto.dataset['drawn'] = String(data.graph.nodeCount);
}

if (container) await draw(container);
