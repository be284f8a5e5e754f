import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { codeBlocksOf } from '../conventions/markdown.js';
import { readProjectFile } from '../conventions/project-files.js';
import type { Api } from '../setup/api.js';

/** The SDL of the job board, a second subgraph, as docs/operations.md shows it. */
export const jobBoardSdl =
  codeBlocksOf(readProjectFile('docs/operations.md')).find(({ text }) => text.includes('@key'))?.text ?? '';

/** The queries that docs/operations.md shows for the supergraph. */
export const sampleQueries = [
  ...readProjectFile('docs/operations.md').matchAll(/`(?=[^`]*jobs \{ title)([^`]*\{[^`]*)`/g),
].map(([, query = '']) => `{ ${query} }`);

interface Job {
  readonly title: string;
  readonly company: { readonly id: string };
  readonly tools: readonly { readonly slug: string }[];
}

/** The jobs of the job board: two of them at one company, one at a company that does not exist. */
const jobs: readonly Job[] = [
  { title: 'Painter', company: { id: 'Company:openai' }, tools: [{ slug: 'dall-e' }, { slug: 'kite' }] },
  { title: 'Driver', company: { id: 'Company:baidu' }, tools: [] },
  { title: 'Writer', company: { id: 'Company:openai' }, tools: [{ slug: 'dall-e' }] },
  { title: 'Nobody', company: { id: 'Company:nobody' }, tools: [] },
];

const resolvers = {
  Query: { jobs: () => jobs },
  Company: { jobs: ({ id }: { id: string }) => jobs.filter(({ company }) => company.id === id) },
  Tool: { jobs: ({ slug }: { slug: string }) => jobs.filter(({ tools }) => tools.some((tool) => tool.slug === slug)) },
};

/** A running server of GraphQL over HTTP. */
export interface RunningSubgraph {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the server of the job board on a free port. */
export async function startJobBoard(): Promise<RunningSubgraph> {
  const schema = buildSubgraphSchema({ typeDefs: parse(jobBoardSdl), resolvers });
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTraceDisabled()] });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, stop: () => server.stop() };
}

/** Reads the SDL that a subgraph publishes for composition. */
export async function readSubgraphSdl(api: Api): Promise<string> {
  const { _service } = await api.query<{ _service: { sdl: string } }>('{ _service { sdl } }');
  return _service.sdl;
}

/** Composes subgraphs, given by their SDL and URL, to the SDL of a supergraph; throws the errors of the composition. */
export function composeSupergraph(subgraphs: Readonly<Record<string, readonly [sdl: string, url: string]>>): string {
  const services = Object.entries(subgraphs).map(([name, [sdl, url]]) => ({ name, url, typeDefs: parse(sdl) }));
  const { errors, supergraphSdl } = composeServices(services);
  if (!errors) return supergraphSdl;
  throw new Error(errors.map(({ message }) => message).join('\n'));
}

/** Starts a gateway for a supergraph; it sends requests to the subgraphs over HTTP. */
export async function startGateway(supergraphSdl: string): Promise<ApolloServer> {
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
  await server.start();
  return server;
}
