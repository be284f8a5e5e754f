import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import neo4j from 'neo4j-driver';
import { openDriver, read } from './driver.js';
import { notifyReady, readServerConfig } from './server-process.js';
import { rawStatements } from './raw-statements.js';

interface RawRequest {
  readonly work: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const config = readServerConfig();
const driver = openDriver(config);
const constants = { first: neo4j.int(20), size: neo4j.int(20), most: neo4j.int(500) };

createServer((request, response) => {
  void handleRequest(request, response).catch((error: unknown) => {
    response.statusCode = 500;
    response.end(JSON.stringify({ errors: [{ message: String(error) }] }));
  });
}).listen(config.port, '127.0.0.1', notifyReady);

async function handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { work, parameters }: RawRequest = JSON.parse(await bodyOf(request));
  const statement = rawStatements[work];
  if (statement === undefined) throw new Error(`No statement is defined for the work item "${work}".`);
  const rows = await read(driver, statement, { ...parameters, ...constants });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data: work === 'neighborhood' ? rows.map(sortById) : rows }));
}

interface RawGraph {
  readonly nodes: readonly { readonly id: string }[];
  readonly links: readonly { readonly id: string }[];
}

// Sorting is cheaper here than in Neo4j.
function sortById(row: unknown): RawGraph {
  const { nodes, links } = row as RawGraph; // the statement returns it
  const compareIds = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.toSorted(compareIds), links: links.toSorted(compareIds) };
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => resolve(body));
    request.on('error', reject);
  });
}
