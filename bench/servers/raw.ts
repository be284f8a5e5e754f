import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import neo4j from 'neo4j-driver';
import { openDriver, read } from './driver.js';
import { announce, readAssignment } from './inside.js';
import { rawStatements } from './raw-statements.js';

interface Question {
  readonly work: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const assignment = readAssignment();
const driver = openDriver(assignment);
const constants = { first: neo4j.int(20), size: neo4j.int(20), most: neo4j.int(500) };

createServer((request, response) => {
  void answer(request, response).catch((error: unknown) => {
    response.statusCode = 500;
    response.end(JSON.stringify({ errors: [{ message: String(error) }] }));
  });
}).listen(assignment.port, '127.0.0.1', announce);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { work, parameters }: Question = JSON.parse(await bodyOf(request));
  const statement = rawStatements[work];
  if (statement === undefined) throw new Error(`No statement is defined for the work item "${work}".`);
  const rows = await read(driver, statement, { ...parameters, ...constants });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data: work === 'neighborhood' ? rows.map(sorted) : rows }));
}

interface Drawn {
  readonly nodes: readonly { readonly id: string }[];
  readonly links: readonly { readonly id: string }[];
}

// Sorting is cheaper here than in Neo4j.
function sorted(row: unknown): Drawn {
  const { nodes, links } = row as Drawn; // the statement returns it
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.toSorted(byId), links: links.toSorted(byId) };
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
