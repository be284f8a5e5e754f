import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe } from 'vitest';
import { freePort } from '../../src/launchers/local/free-port.js';
import { runCommand, type RunningCommand } from '../setup/command-line.js';
import { adapt, recipeOf } from './recipes.js';

/** The proxies that docs/operations.md configures. */
export type ProxyName = 'nginx' | 'haproxy';

/** Options of a test proxy. */
export interface ProxyOptions {
  /** A directory with the certificate; receives the configuration. */
  readonly folder: string;
  /** Host and port of each of the two upstream servers. */
  readonly servers: readonly [string, string];
  /** Whether the proxy serves them under /atlas instead of at the root. */
  readonly isBelowPath?: boolean;
}

/** A running proxy with the configuration of docs/operations.md. */
export interface StartedProxy {
  readonly name: ProxyName;
  /** Base URL, such as `https://127.0.0.1:40123`. */
  readonly address: string;
  stop(): Promise<void>;
}

const places: Readonly<Record<ProxyName, string>> = { nginx: '/usr/sbin/nginx', haproxy: '/usr/sbin/haproxy' };
const missing = Object.values(places).filter((place) => !existsSync(place));

/** Like `describe`, but skips the tests if one of the proxies is not installed. */
export const describeWithProxies = describe.skipIf(missing.length > 0);

if (missing.length > 0) console.info(`Not installed: ${missing.join(', ')}. Skipping the tests that need it.`);

/** Creates a self-signed certificate for 127.0.0.1 in a directory, and returns it for clients to trust. */
export async function makeCertificate(folder: string): Promise<string> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const names = ['-subj', '/CN=atlas.example.org', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const made = runCommand('openssl', ['req', ...kind, ...names, '-keyout', key, '-out', certificate], {});
  if ((await made.ended) !== 0) throw new Error(`openssl did not create a certificate: ${made.errors()}`);
  const trusted = readFileSync(certificate, 'utf8');
  await writeFile(pemOf(folder), `${readFileSync(key, 'utf8')}${trusted}`);
  return trusted;
}

/** Starts a proxy with the configuration of docs/operations.md, adapted to the addresses and files of the test. */
export async function startProxy(name: ProxyName, options: ProxyOptions): Promise<StartedProxy> {
  const port = await freePort();
  const file = join(options.folder, `${name}-${port}.conf`);
  const text = name === 'nginx' ? nginxText(port, options) : haproxyText(port, options);
  await writeFile(file, text);
  const command = runCommand(places[name], [name === 'nginx' ? '-c' : '-f', file], {});
  await untilListening(command, port);
  const stop = async (): Promise<void> => {
    command.child.kill('SIGTERM');
    await command.ended;
  };
  return { name, address: `https://127.0.0.1:${port}`, stop };
}

// Adds the main configuration that the nginx package includes, with paths that any user may write to.
function nginxText(port: number, { folder, servers, isBelowPath }: ProxyOptions): string {
  const recipe = adapt(recipeOf('nginx', 'nginx'), [
    ...addressesOf(servers),
    ['listen 443 ', `listen 127.0.0.1:${port} `],
    ['/etc/ssl/aigc-atlas.pem', pemOf(folder)],
    ...(isBelowPath
      ? [['location / { proxy_pass http://aigc_atlas; }', recipeOf('Below a path of a proxy', 'nginx')] as const]
      : []),
  ]);
  const caches = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const paths = caches.map((cache) => `${cache}_temp_path ${join(folder, `${cache}-${port}`)};`).join(' ');
  const main = `daemon off; master_process off; pid ${join(folder, `${port}.pid`)}; error_log stderr error;`;
  return `${main} events {} http { access_log off; ${paths}\n${recipe} }\n`;
}

function haproxyText(port: number, { folder, servers, isBelowPath }: ProxyOptions): string {
  return adapt(recipeOf('haproxy', 'haproxy'), [
    ...addressesOf(servers),
    ['bind :443 ', `bind 127.0.0.1:${port} `],
    ['/etc/ssl/aigc-atlas.pem', pemOf(folder)],
    ...(isBelowPath ? [['default_backend aigc_atlas', recipeOf('Below a path of a proxy', 'haproxy')] as const] : []),
  ]);
}

function addressesOf([one, two]: ProxyOptions['servers']): [string, string][] {
  return [
    ['10.0.0.11:4000', one],
    ['10.0.0.12:4000', two],
  ];
}

function pemOf(folder: string): string {
  return join(folder, 'aigc-atlas.pem');
}

async function untilListening({ child, errors }: RunningCommand, port: number): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await delay(20);
  }
  throw new Error(`The proxy ended before it listened: ${errors()}`);
}
