import { parseArgs } from 'node:util';
import { graphNames, type GraphName } from './graph/load-graph.js';
import { isServerName, serverNames, type ServerName } from './servers/server-name.js';
import { workItems } from './work/items.js';

/** The options of a benchmark run. */
export interface Arguments {
  /** A smoke test on a small graph. Its times are not meaningful. */
  readonly quick: boolean;
  /** Compare only the two methods of loading the first synthetic graph. */
  readonly compareLoading: boolean;
  readonly graphs: readonly GraphName[];
  readonly servers: readonly ServerName[];
  readonly work: readonly string[];
  readonly connections: readonly number[];
  /** The duration of each measurement window, in seconds. */
  readonly seconds: number;
  /** The number of requests in a window. Replaces `seconds`, so that a slow machine still sends the same requests. */
  readonly requests?: number;
  /** The number of windows for each server. The order of the servers is reversed in every other round. */
  readonly rounds: number;
  /** The base name of the result files. */
  readonly name: string;
  /** Whether to profile where each server spends its CPU time. */
  readonly profile: boolean;
  /** Whether to write the results to docs/performance instead of bench/results. */
  readonly record: boolean;
}

/** The help text of the command. */
export const usage = `npm run bench -- [options]
  --quick                a smoke test of less than three minutes, on a graph of 12,000 nodes
  --graph <names>        ${graphNames.join(', ')}; default article,80k
  --work <names>         ${workItems.map(({ name }) => name).join(', ')}; default all
  --servers <names>      ${serverNames.join(', ')}; default all
  --connections <list>   default 1,64
  --seconds <number>     duration of each window; default 4
  --rounds <number>      windows for each server; default 2
  --name <text>          base name of the result files; default latest
  --record               write the results to docs/performance; \`npm run document\` then updates docs/performance.md
  --profile              also profile where each server spends its CPU time, in a separate window
  --compare-loading      only compare two methods of loading the graph
Separate names and numbers by commas.`;

const options = {
  quick: { type: 'boolean', default: false },
  'compare-loading': { type: 'boolean', default: false },
  graph: { type: 'string' },
  work: { type: 'string' },
  servers: { type: 'string' },
  connections: { type: 'string' },
  seconds: { type: 'string' },
  rounds: { type: 'string' },
  name: { type: 'string' },
  record: { type: 'boolean', default: false },
  profile: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Parses the command line; undefined for `--help`. Throws an error with a one-sentence message for invalid options. */
export function parseArguments(args: readonly string[]): Arguments | undefined {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return undefined;
  const { quick } = values;
  const workNames = workItems.map(({ name }) => name);
  return {
    quick,
    compareLoading: values['compare-loading'],
    graphs: parseNames('--graph', values.graph ?? (quick ? '12k' : 'article,80k'), graphNames),
    servers: parseNames('--servers', values.servers ?? serverNames.join(), serverNames).filter(isServerName),
    work: parseNames('--work', values.work ?? workNames.join(), workNames),
    connections: parseNumbers('--connections', values.connections ?? (quick ? '8' : '1,64')),
    seconds: parseNumbers('--seconds', values.seconds ?? (quick ? '1' : '4'))[0] ?? 1,
    ...(quick ? { requests: 60 } : {}),
    rounds: parseNumbers('--rounds', values.rounds ?? (quick ? '1' : '2'))[0] ?? 1,
    name: values.name ?? (quick ? 'quick' : 'latest'),
    record: values.record,
    profile: values.profile,
  };
}

function parseNames<T extends string>(option: string, text: string, allowedNames: readonly T[]): T[] {
  return text.split(',').map((part) => {
    const name = allowedNames.find((candidate) => candidate === part.trim().toLowerCase());
    if (name === undefined) throw new Error(`${option} must be one of ${allowedNames.join(', ')}, found "${part}".`);
    return name;
  });
}

function parseNumbers(option: string, text: string): number[] {
  return text.split(',').map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || number < 1)
      throw new Error(`${option} must be a positive integer, found "${part}".`);
    return number;
  });
}
