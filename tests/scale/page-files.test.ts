import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithHaproxy, startBalancer } from './balancer.js';

const balancer = await startBalancer();
const newFile = '/assets/new-release.js';

describeWithHaproxy('haproxy in front of servers of two releases', () => {
  // The files of the pages depend on the build, so these servers stand for those of two builds.
  const servers = balancer.ports.map((_port, index) =>
    createServer(({ url }, response) => {
      const isFound = url === '/readyz' || (url === newFile && index === 2);
      response.writeHead(isFound ? 200 : 404).end();
    }),
  );
  beforeAll(async () => {
    for (const [index, server] of servers.entries()) {
      server.listen(balancer.ports[index], '127.0.0.1');
      await once(server, 'listening');
    }
  });
  afterAll(() => {
    for (const server of servers) server.close();
  });

  const readStatus = async (path: string): Promise<number> =>
    (await fetch(`${balancer.address}${path}`).catch(() => ({ status: 0 }))).status;

  it('finds a file of the pages on the server that has it', async () => {
    await expect.poll(() => readStatus(newFile)).toBe(200);
    for (let count = 0; count < 10; count += 1) expect(await readStatus(newFile)).toBe(200);
    expect(await readStatus('/assets/missing.js')).toBe(404);
    expect(await readStatus('/missing')).toBe(404);
  });
});
