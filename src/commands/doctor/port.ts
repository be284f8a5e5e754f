import { z } from 'zod';
import type { Config } from '../../config.js';
import { AtlasError } from '../../errors.js';
import { addressOf, requireFreePort } from '../port.js';
import { failed, passed, type CheckResult } from './check.js';

const responseTimeoutMs = 5_000;
const livezSchema = z.object({ status: z.literal('alive') });

/** Checks that the port is free, and otherwise whether another instance of this server uses it. */
export async function checkPort(config: Config): Promise<CheckResult> {
  const { host, port } = config;
  try {
    await requireFreePort(host, port);
    return passed(port === 0 ? `any free port of ${host}` : `${port} of ${host} is free`);
  } catch (error) {
    const check = failed(error);
    if (!(error instanceof AtlasError) || error.code !== 'PORT_TAKEN') return check;
    return { ...check, found: `${check.found} ${await describeUser(addressOf(port, config))}` };
  }
}

async function describeUser(address: string): Promise<string> {
  const url = `${address}/livez`;
  const isAtlas = await fetch(url, { signal: AbortSignal.timeout(responseTimeoutMs) })
    .then((response) => response.json())
    .then((body: unknown) => livezSchema.safeParse(body).success)
    .catch(() => false);
  return isAtlas
    ? `That process is an instance of this server: ${url} answers as one.`
    : `That process is not an instance of this server: ${url} does not answer as one.`;
}
