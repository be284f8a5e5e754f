import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe } from 'vitest';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { runCommand, type RunningCommand } from '../setup/command-line.js';
import { replaceParts, readSample } from './docs-samples.js';

/** The proxies that docs/operations.md configures. */
export type ProxyName = 'nginx' | 'haproxy';

/** Options of a test proxy. */
export interface ProxyOptions {
  /** A directory with the certificate; receives the configuration. */
  readonly directory: string;
  /** Host and port of each of the two upstream servers. */
  readonly servers: readonly [string, string];
  /** Whether the proxy serves them under /atlas instead of at the root. */
  readonly hasBasePath?: boolean;
}

/** A running proxy with the configuration of docs/operations.md. */
export interface StartedProxy {
  readonly name: ProxyName;
  /** Base URL, such as `https://127.0.0.1:40123`. */
  readonly address: string;
  /** Returns the messages that the proxy has printed so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

const programPaths: Readonly<Record<ProxyName, string>> = { nginx: '/usr/sbin/nginx', haproxy: '/usr/sbin/haproxy' };
const missingPrograms = Object.values(programPaths).filter((path) => !existsSync(path));

/** Like `describe`, but skips the tests if one of the proxies is not installed. */
export const describeWithProxies = describe.skipIf(missingPrograms.length > 0);

if (missingPrograms.length > 0)
  console.info(`Not installed: ${missingPrograms.join(', ')}. Skipping the tests that need it.`);

/** Creates a self-signed certificate for 127.0.0.1 in a directory, and returns it for clients to trust. */
export async function makeCertificate(directory: string): Promise<string> {
  const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')];
  const subjectOptions = ['-subj', '/CN=atlas.example.org', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const keyOptions = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const openssl = runCommand(
    'openssl',
    ['req', ...keyOptions, ...subjectOptions, '-keyout', key, '-out', certificate],
    {},
  );
  if ((await openssl.ended) !== 0) throw new Error(`openssl did not create a certificate: ${openssl.errors()}`);
  const certificateText = readFileSync(certificate, 'utf8');
  await writeFile(pemPath(directory), `${readFileSync(key, 'utf8')}${certificateText}`);
  return certificateText;
}

/** Starts a proxy with the configuration of docs/operations.md, adapted to the addresses and files of the test. */
export async function startProxy(name: ProxyName, options: ProxyOptions): Promise<StartedProxy> {
  const port = await findFreePort();
  const file = join(options.directory, `${name}-${port}.conf`);
  const config = name === 'nginx' ? nginxConfig(port, options) : haproxyConfig(port, options);
  await writeFile(file, config);
  const command = runCommand(programPaths[name], [name === 'nginx' ? '-c' : '-f', file], {});
  await waitUntilListening(command, port);
  const stop = async (): Promise<void> => {
    command.child.kill('SIGTERM');
    await command.ended;
  };
  const output = (): string => command.output() + command.errors();
  return { name, address: `https://127.0.0.1:${port}`, output, stop };
}

// Adds the main configuration that the nginx package includes, with paths that any user may write to.
function nginxConfig(port: number, { directory, servers, hasBasePath }: ProxyOptions): string {
  const serverConfig = replaceParts(readSample('nginx', 'nginx'), [
    ...addressReplacements(servers),
    ['listen 443 ', `listen 127.0.0.1:${port} `],
    ['/etc/ssl/aigc-atlas.pem', pemPath(directory)],
    ...(hasBasePath
      ? [['location / { proxy_pass http://aigc_atlas; }', readSample('Below a path of a proxy', 'nginx')] as const]
      : []),
  ]);
  const caches = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const paths = caches.map((cache) => `${cache}_temp_path ${join(directory, `${cache}-${port}`)};`).join(' ');
  const mainConfig = `daemon off; master_process off; pid ${join(directory, `${port}.pid`)}; error_log stderr error;`;
  return `${mainConfig} events {} http { access_log off; ${paths}\n${serverConfig} }\n`;
}

function haproxyConfig(port: number, { directory, servers, hasBasePath }: ProxyOptions): string {
  return replaceParts(readSample('haproxy', 'haproxy'), [
    ...addressReplacements(servers),
    ['bind :443 ', `bind 127.0.0.1:${port} `],
    ['/etc/ssl/aigc-atlas.pem', pemPath(directory)],
    ...(hasBasePath ? [['default_backend aigc_atlas', readSample('Below a path of a proxy', 'haproxy')] as const] : []),
  ]);
}

function addressReplacements([first, second]: ProxyOptions['servers']): [string, string][] {
  return [
    ['10.0.0.11:4000', first],
    ['10.0.0.12:4000', second],
  ];
}

function pemPath(directory: string): string {
  return join(directory, 'aigc-atlas.pem');
}

async function waitUntilListening({ child, errors }: RunningCommand, port: number): Promise<void> {
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
