import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sendRaw } from '../http/raw-http.js';
import { messagesOf, waitForAddress } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import * as workers from './started-workers.js';

describe('a server with several workers', () => {
  const shared = sharedNeo4j();
  const directory = createTemporaryDirectory();
  const start = (settings: Readonly<Record<string, string>> = {}) =>
    workers.startWorkers({ NEO4J_URI: shared.target.uri, NEO4J_PASSWORD: shared.target.password, ...settings });

  it('answers from all workers at one address, and adds up their metrics', async () => {
    const command = start({ WORKERS: '3' });
    const address = await waitForAddress(command);
    expect(await workers.countStatuses(address, 30)).toEqual({ 200: 30 });
    const series = 'atlas_operation_seconds_count{operation="other"}';
    await expect.poll(() => workers.readMetric(address, series)).toBe(30);
    expect(await workers.readMetric(address, 'atlas_workers')).toBe(3);
    expect(await workers.readMetric(address, 'atlas_neo4j_up')).toBe(1);
    expect(workers.workersThatResponded(command)).toEqual(new Set([1, 2, 3]));
  });

  it('becomes ready when the last worker does', async () => {
    const goFile = join(directory, 'go');
    const wait = `const { existsSync } = await import('node:fs');
      while (!existsSync(${JSON.stringify(goFile)})) await new Promise((resolve) => setTimeout(resolve, 20));`;
    const port = 20_000 + (process.pid % 10_000);
    const command = start({ PORT: String(port), NODE_OPTIONS: workers.runInWorker(directory, 2, wait) });
    const readReady = () =>
      sendRaw(`http://127.0.0.1:${port}`, { path: '/readyz' }).then(
        ({ status, body }) => [status, /"code":"(\w+)"/.exec(body)?.[1]],
        () => ['refused'],
      );
    await expect.poll(readReady).toEqual([503, 'STARTING']);
    expect(command.output()).not.toContain('AIGC Atlas is up');
    writeFileSync(goFile, '');
    await waitForAddress(command);
    expect(await readReady()).toEqual([200, undefined]);
  });

  it('replaces a worker that was killed, stays ready meanwhile and keeps its counts', async () => {
    const command = start();
    const address = await waitForAddress(command);
    await workers.countStatuses(address, 10);
    const series = 'atlas_requests_total{route="/graphql",status="200"}';
    await expect.poll(() => workers.readMetric(address, series)).toBeGreaterThanOrEqual(10);
    const [killed = 0] = workers.workerIds(command);
    process.kill(killed, 'SIGKILL');
    await command.waitFor(/Worker 1 was ended by SIGKILL\. Starting another one in 100 ms/);
    expect((await sendRaw(address, { path: '/readyz' })).status).toBe(200);
    expect(await workers.countStatuses(address, 5)).toEqual({ 200: 5 });
    await expect.poll(() => workers.readMetric(address, 'atlas_workers')).toBe(2);
    expect(await workers.readMetric(address, 'atlas_worker_restarts_total')).toBe(1);
    expect(await workers.readMetric(address, series)).toBeGreaterThanOrEqual(15);
    expect(workers.workerIds(command)).not.toContain(killed);
  });

  it('applies the rate limit to the requests at all workers together', async () => {
    const command = start({ RATE_LIMIT: '10', TRUST_PROXY: 'loopback' });
    const address = await waitForAddress(command);
    expect(await workers.countStatuses(address, 25, '10.1.1.1')).toEqual({ 200: 10, 429: 15 });
    expect(await workers.countStatuses(address, 5, '10.1.1.2')).toEqual({ 200: 5 });
    expect(workers.workersThatResponded(command)).toEqual(new Set([1, 2]));
  });

  it('applies the limit of concurrent requests to all workers together', async () => {
    const address = await waitForAddress(start({ REQUEST_LIMIT: '5' }));
    // Each worker sends itself this operation first.
    const warmUps = 'atlas_operation_seconds_count{operation="WholeGraph"}';
    await expect.poll(() => workers.readMetric(address, warmUps)).toBe(2);
    const endings = Array.from({ length: 5 }, () => workers.openRequest(address));
    // The request for the metrics is one as well.
    await expect.poll(() => workers.readMetric(address, 'atlas_requests_under_way')).toBe(6);
    expect(await workers.countStatuses(address, 6)).toEqual({ 503: 6 });
    const [end, ...otherEndings] = endings;
    expect(await end?.()).toContain('HTTP/1.1 200');
    await expect.poll(async () => (await workers.sendAlone(address)).status).toBe(200);
    for (const response of await Promise.all(otherEndings.map((finish) => finish()))) {
      expect(response).toContain('HTTP/1.1 200');
    }
  });

  it('finishes the requests of all workers after SIGTERM, and exits with 0', async () => {
    const command = start();
    const address = await waitForAddress(command);
    const ids = workers.workerIds(command);
    const endings = Array.from({ length: 4 }, () => workers.openRequest(address));
    await expect.poll(() => workers.readMetric(address, 'atlas_requests_under_way')).toBe(5);
    command.child.kill('SIGTERM');
    await command.waitFor(/Stopping/);
    for (const response of await Promise.all(endings.map((finish) => finish()))) {
      expect(response).toContain('HTTP/1.1 200');
    }
    expect(await command.ended).toBe(0);
    expect(ids.filter(workers.isRunning)).toEqual([]);
  });

  it('leaves no worker behind when its primary process is killed', async () => {
    const command = start();
    await waitForAddress(command);
    const ids = workers.workerIds(command);
    command.child.kill('SIGKILL');
    await expect.poll(() => ids.filter(workers.isRunning)).toEqual([]);
  });

  it('does not start if a worker cannot', async () => {
    const failing = workers.runInWorker(directory, 2, `throw new Error('No memory is left.');`);
    const command = start({ NODE_OPTIONS: failing });
    expect(await command.ended).toBe(1);
    expect(command.errors()).toContain('No memory is left.');
    expect(messagesOf(command.errors())).toContain('Worker 2 ended with exit code 1 before it listened.');
  });
});
