import { once } from 'node:events';
import { createServer } from 'node:net';
import { AtlasError } from '../errors.js';

/** Fails with PORT_TAKEN when somebody listens there already; asked before anything slow is started. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw cannotListen(error, host, port);
  }
  probe.close();
  await once(probe, 'close');
}

/** The error of ours for a failed listen. */
export function cannotListen(error: unknown, host: string, port: number): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'EADDRINUSE') {
    return new AtlasError(
      'PORT_TAKEN',
      `Port ${port} of ${host} is taken by another process, perhaps by this server running already. ` +
        `Stop that process, or choose another port, such as PORT=${port === 65_535 ? 4000 : port + 1}.`,
    );
  }
  const problems: Record<string, string> = {
    EACCES: `Port ${port} may not be opened by this user. Choose one from 1024 on, such as PORT=4000.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Correct HOST, for example to 127.0.0.1.`,
    EAFNOSUPPORT: `${host} is not an address of this machine, which has no IPv6. Correct HOST, for example to 127.0.0.1.`,
    EINVAL: `${host} is not an address of this machine. Correct HOST: a link-local one needs its interface, as fe80::1%eth0.`,
    ENOTFOUND: `${host} is not an address of this machine. Correct HOST, for example to 127.0.0.1.`,
  };
  const problem = problems[String(error.code)];
  return problem === undefined ? error : new AtlasError('BAD_CONFIG', problem);
}
