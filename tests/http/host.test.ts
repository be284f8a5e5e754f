import { expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';
import { sendBytes } from './raw-http.js';

const neo4j = sharedNeo4j();
const server = httpServer(() => neo4j.database);
const paths = ['/', '/graphql', '/livez', '/metrics', '/export/nodes.csv', '/nothing'];

it.each(paths.flatMap((path) => ['', 'host: a b\r\n', 'host:\r\n'].map((host) => [path, host] as const)))(
  'A request for %s with the host header %j is rejected',
  async (path, host) => {
    const { status, headers, body } = await sendBytes(
      server.address,
      `GET ${path} HTTP/1.1\r\n${host}connection: close\r\n\r\n`,
    );
    expect([status, headers['cache-control']]).toEqual([400, 'no-store']);
    expect(JSON.parse(body)).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(/^The host of the request must be valid/) as string,
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
  },
);
