import { isIPv6 } from 'node:net';
import type { Config } from '../config.js';
import { AtlasError } from '../errors.js';
import { findFreePort } from '../launchers/local/free-port.js';

/** The URL at which this machine reaches a server that listens at a port of the configured host. */
export function addressOf(port: number, { host, http }: Pick<Config, 'host' | 'http'>): string {
  const isLocal = host === '127.0.0.1' || host === '0.0.0.0' || host === '::';
  return `http://${isLocal ? 'localhost' : isIPv6(host) ? `[${host.replace('%', '%25')}]` : host}:${port}${http.basePath}`;
}

/** Checks that the port is free, before anything slow starts; throws PORT_TAKEN if it is in use. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  try {
    await findFreePort(host, port);
  } catch (error) {
    throw toListenError(error, host, port);
  }
}

const portExample = (port: number): string => `such as PORT=${port} or --port ${port}`;

/** Converts the error of a failed `listen` to an AtlasError with advice; returns an unexpected error as it is. */
export function toListenError(error: unknown, host: string, port: number): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'EADDRINUSE') {
    return new AtlasError(
      'PORT_TAKEN',
      `Port ${port} of ${host} is taken by another process, perhaps by another instance of this server. ` +
        `Stop that process, or choose another port, ${portExample(port === 65_535 ? 4000 : port + 1)}.`,
    );
  }
  const messages: Record<string, string> = {
    EACCES: `Port ${port} cannot be opened by this user. Choose a port of at least 1024, ${portExample(4000)}.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Correct HOST, for example to 127.0.0.1.`,
    EAFNOSUPPORT: `${host} is not an address of this machine, which has no IPv6. Correct HOST, for example to 127.0.0.1.`,
    EINVAL: `${host} is not an address of this machine. Correct HOST: a link-local address needs its interface, such as fe80::1%eth0.`,
    ENOTFOUND: `${host} is not an address of this machine. Correct HOST, for example to 127.0.0.1.`,
  };
  const message = messages[String(error.code)];
  return message === undefined ? error : new AtlasError('BAD_CONFIG', message);
}
