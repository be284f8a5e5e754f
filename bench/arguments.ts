import { parseArgs } from 'node:util';
import { graphNames, type GraphName } from './graph/make-graph.js';
import { isServerName, serverNames, type ServerName } from './servers/server-name.js';
import { workItems } from './work/items.js';

/** What a run of the bench is to do. */
export interface Arguments {
  /** A check that everything works, on a small graph; its times mean nothing. */
  readonly quick: boolean;
  /** Only compare the two ways to load the first synthetic graph. */
  readonly compareLoading: boolean;
  readonly graphs: readonly GraphName[];
  readonly servers: readonly ServerName[];
  readonly work: readonly string[];
  readonly connections: readonly number[];
  /** How long each window of driving a server lasts. */
  readonly seconds: number;
  /** How many requests a window has instead, so that a slow machine makes it longer and not emptier. */
  readonly requests?: number;
  /** How many windows each server gets, in an order that alternates. */
  readonly rounds: number;
  /** What the files of results are called. */
  readonly name: string;
  /** Whether each server is also looked into: which part of its time it spends on what. */
  readonly profile: boolean;
  /** Whether the results go to docs/performance, for the documentation, and not to bench/results. */
  readonly record: boolean;
}

/** How the command is used. */
export const usage = `npm run bench -- [options]
  --quick                a check in less than three minutes, on a graph of 12,000 nodes
  --graph <names>        ${graphNames.join(', ')}; default article,80k
  --work <names>         ${workItems.map(({ name }) => name).join(', ')}; default all
  --servers <names>      ${serverNames.join(', ')}; default all
  --connections <list>   default 1,64
  --seconds <number>     of each window; default 4
  --rounds <number>      windows for each server; default 2
  --name <text>          what the files in bench/results are called; default latest
  --record               keep the results in docs/performance; \`npm run document\` then writes docs/performance.md
  --profile              also tell what each server spends its time on, in a window of its own
  --compare-loading      only load the graph in both ways and tell which is faster
Names and lists are separated by commas.`;

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

/** Reads the command line; undefined where only help is asked for. Throws, in one sentence, where it is wrong. */
export function readArguments(words: readonly string[]): Arguments | undefined {
  const { values } = parseArgs({ args: [...words], options });
  if (values.help) return undefined;
  const { quick } = values;
  const known = workItems.map(({ name }) => name);
  return {
    quick,
    compareLoading: values['compare-loading'],
    graphs: names('--graph', values.graph ?? (quick ? '12k' : 'article,80k'), graphNames),
    servers: names('--servers', values.servers ?? serverNames.join(), serverNames).filter(isServerName),
    work: names('--work', values.work ?? known.join(), known),
    connections: numbers('--connections', values.connections ?? (quick ? '8' : '1,64')),
    seconds: numbers('--seconds', values.seconds ?? (quick ? '1' : '4'))[0] ?? 1,
    ...(quick ? { requests: 60 } : {}),
    rounds: numbers('--rounds', values.rounds ?? (quick ? '1' : '2'))[0] ?? 1,
    name: values.name ?? (quick ? 'quick' : 'latest'),
    record: values.record,
    profile: values.profile,
  };
}

function names<T extends string>(option: string, text: string, known: readonly T[]): T[] {
  return text.split(',').map((part) => {
    const name = known.find((candidate) => candidate === part.trim().toLowerCase());
    if (name === undefined) throw new Error(`${option} takes ${known.join(', ')}, found "${part}".`);
    return name;
  });
}

function numbers(option: string, text: string): number[] {
  return text.split(',').map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || number < 1)
      throw new Error(`${option} takes whole numbers from 1, found "${part}".`);
    return number;
  });
}
