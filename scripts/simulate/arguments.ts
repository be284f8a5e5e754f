import { parseArgs } from 'node:util';
import { defaultMix, workNames, type Mix } from './mix.js';

/** The load and the machines to plan for. */
export interface PlanInput {
  readonly nodes: number;
  /** Requests per second. */
  readonly rate: number;
  /** The share of the requests that the response caches serve. */
  readonly cacheHits: number;
  readonly mix: Mix;
  /** Cores of each server's machine, and worker processes on it. */
  readonly serverCores: number;
  /** Cores of each Neo4j's machine. */
  readonly databaseCores: number;
  /** The size of Neo4j's files in megabytes, without the full-text indexes; undefined for that of the measured graphs. */
  readonly storeMb: number | undefined;
  /** The page cache of each Neo4j in megabytes; undefined for as much as the graph needs. */
  readonly pageCacheMb: number | undefined;
  /** How long the disk takes to read a page, in milliseconds. */
  readonly diskMs: number;
  /** How long it takes to send a query to Neo4j and its result back, in milliseconds. */
  readonly networkMs: number;
  /** How much faster a core is than those of the measurements. */
  readonly speed: number;
  /** The share of their time that servers and databases may be busy, so that peaks do not queue. */
  readonly maxUse: number;
}

const options = {
  nodes: { type: 'string', default: '5m' },
  rate: { type: 'string', default: '1000' },
  'cache-hits': { type: 'string', default: '0.8' },
  mix: { type: 'string', default: '' },
  cores: { type: 'string', default: '2' },
  'database-cores': { type: 'string', default: '8' },
  store: { type: 'string', default: '' },
  'page-cache': { type: 'string', default: '' },
  'disk-ms': { type: 'string', default: '0.1' },
  'network-ms': { type: 'string', default: '0.5' },
  speed: { type: 'string', default: '1' },
  'max-use': { type: 'string', default: '0.6' },
  help: { type: 'boolean', default: false },
} as const;

/** The help text of the command. */
export const usage = `npm run simulate -- [options]
  --nodes <number>           nodes of the graph, such as 80k, 5m or 100m; default 5m
  --rate <number>            requests per second; default 1000
  --cache-hits <share>       share of the requests that the response caches serve, 0 to 1; default 0.8
  --mix <kind=share,...>     shares of ${workNames.join(', ')}; default ${formatShares()}
  --cores <number>           cores of each server's machine, which runs one worker for each; default 2
  --database-cores <number>  cores of each Neo4j's machine; default 8
  --store <size>             size of Neo4j's files, such as 300g; default: as the measured graphs, by the nodes
  --page-cache <size>        page cache of each Neo4j, such as 64g; default: the whole graph and a fifth more
  --disk-ms <number>         time to read a page from the disk; default 0.1
  --network-ms <number>      time for a query and its result between server and Neo4j; default 0.5
  --speed <number>           how much faster a core is than that of the measurements; default 1
  --max-use <share>          highest use of a core that the plan allows; default 0.6`;

/** Parses the command line; undefined for `--help`. Throws an error with a one-sentence message for invalid options. */
export function parsePlanInput(args: readonly string[]): PlanInput | undefined {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return undefined;
  const read = (name: Exclude<keyof typeof values, 'help'>, min: number, max = Infinity): number =>
    parseSize(`--${name}`, values[name], min, max);
  const readMb = (name: 'store' | 'page-cache'): number | undefined =>
    values[name] === '' ? undefined : read(name, 2 ** 20) / 2 ** 20;
  return {
    nodes: read('nodes', 1_000, 1e11),
    rate: read('rate', 1, 1e6),
    cacheHits: read('cache-hits', 0, 1),
    mix: parseMix(values.mix),
    ...{ serverCores: read('cores', 1, 256), databaseCores: read('database-cores', 1, 256) },
    ...{ storeMb: readMb('store'), pageCacheMb: readMb('page-cache') },
    ...{ diskMs: read('disk-ms', 0, 1_000), networkMs: read('network-ms', 0, 1_000) },
    ...{ speed: read('speed', 0.1, 100), maxUse: read('max-use', 0.05, 0.95) },
  };
}

const units: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 2 ** 30 };

function parseSize(option: string, text: string, min: number, max: number): number {
  const [, digits, unit = ''] = /^([\d.]+)([kmg]?)$/i.exec(text) ?? [];
  const value = Number(digits) * (units[unit.toLowerCase()] ?? Number.NaN);
  if (!(value >= min && value <= max))
    throw new Error(`${option} must be a number from ${min} to ${max}, found "${text}".`);
  return value;
}

function parseMix(text: string): Mix {
  if (text === '') return defaultMix;
  const mix = text.split(',').map((part) => {
    const [name = '', share = ''] = part.split('=');
    const work = workNames.find((candidate) => candidate === name.trim());
    if (work === undefined) throw new Error(`--mix must name ${workNames.join(', ')}, found "${name}".`);
    return [work, parseSize('--mix', share, 0, 1)] as const;
  });
  const sum = mix.reduce((total, [, share]) => total + share, 0);
  if (Math.abs(sum - 1) > 0.001) throw new Error(`The shares of --mix must add up to 1, found ${sum}.`);
  return mix;
}

function formatShares(): string {
  return defaultMix.map(([work, share]) => `${work}=${share}`).join(',');
}
