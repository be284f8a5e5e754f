import type { Figures } from '../measure/figures.js';
import type { ServerName } from '../servers/server-name.js';

/** A performance target and whether the measurements meet it. */
export interface Verdict {
  readonly promise: string;
  readonly found: string;
  readonly holds: boolean;
}

const ratios: readonly (readonly [work: string, peer: ServerName, minRatio: number])[] = [
  ['point', 'raw', 4],
  ['levels', 'raw', 2],
  ['filter', 'raw', 1],
  ['path', 'raw', 1],
  ['neighborhood', 'raw', 0.9],
  ['search', 'raw', 0.9],
  ['point', 'neo4j-graphql', 10],
  ['levels', 'neo4j-graphql', 6],
  ['filter', 'neo4j-graphql', 10],
  ['mix', 'neo4j-graphql', 3],
];
const minCached = 2;
/** The ratio to a Fastify route that returns the same bytes. */
const minOfFastify = 0.6;
const minAlone = 0.9;
const maxSpread = 4;
const maxMemoryMb = 220;
const maxLoss = 1 / 3;
const steady = ['point', 'levels', 'neighborhood'];

/** Checks every target for which there are measurements. */
export function judge(figures: readonly Figures[]): Verdict[] {
  return [
    ...judgeRatios(figures),
    ...judgeCached(figures),
    ...judgeAlone(figures),
    ...judgeOurs(figures),
    ...judgeGrowth(figures),
  ];
}

function judgeRatios(figures: readonly Figures[]): Verdict[] {
  return ratios.flatMap(([work, peer, minRatio]) => {
    const at = { graph: '80k', work, connections: 64 } as const;
    return compare(find(figures, { ...at, server: 'ours' }), find(figures, { ...at, server: peer }), minRatio);
  });
}

function judgeCached(figures: readonly Figures[]): Verdict[] {
  const at = { graph: '80k', work: 'point', connections: 64 } as const;
  const cached = find(figures, { ...at, server: 'ours-cached' });
  return [
    ...compare(cached, find(figures, { ...at, server: 'postgraphile' }), minCached, ' with the cache on'),
    ...figures
      .filter(({ work, server, connections }) => work === 'cached' && server === 'ours-cached' && connections === 64)
      .flatMap((ours) =>
        compare(ours, find(figures, { ...ours, server: 'fastify' }), minOfFastify, ' with the cache on'),
      ),
    // The cache is on by default, so it must not slow down requests that miss it.
    ...figures
      .filter(({ server, connections }) => server === 'ours-cached' && connections === 64)
      .flatMap((ours) => compare(ours, find(figures, { ...ours, server: 'ours' }), 1, ' with the cache on')),
  ];
}

function judgeAlone(figures: readonly Figures[]): Verdict[] {
  return figures
    .filter(({ server, connections }) => server === 'ours' && connections === 1)
    .flatMap((ours) => compare(ours, find(figures, { ...ours, server: 'raw' }), minAlone));
}

function judgeOurs(figures: readonly Figures[]): Verdict[] {
  const ours = figures.filter(({ server, connections }) => server === 'ours' && connections === 64);
  return ours.flatMap((one) => [
    {
      promise: `${place(one)}: p99 at most ${maxSpread} × p50`,
      found: `${(one.p99 / one.p50).toFixed(1)} ×`,
      holds: one.p99 <= maxSpread * one.p50,
    },
    {
      promise: `${place(one)}: at most ${maxMemoryMb} MB`,
      found: `${one.memoryMb.toFixed(0)} MB`,
      holds: one.memoryMb <= maxMemoryMb,
    },
  ]);
}

function judgeGrowth(figures: readonly Figures[]): Verdict[] {
  return steady.flatMap((work) => {
    const at = { work, connections: 64, server: 'ours' } as const;
    const small = find(figures, { ...at, graph: '80k' });
    const large = find(figures, { ...at, graph: '5m' });
    if (small === undefined || large === undefined) return [];
    const loss = 1 - large.requestsPerSecond / small.requestsPerSecond;
    return [
      {
        promise: `${work} loses at most a third from 80 thousand to 5 million nodes`,
        found: `${(loss * 100).toFixed(0)} %`,
        holds: loss <= maxLoss,
      },
    ];
  });
}

function compare(ours: Figures | undefined, peer: Figures | undefined, minRatio: number, how = ''): Verdict[] {
  if (ours === undefined || peer === undefined) return [];
  const ratio = ours.requestsPerSecond / peer.requestsPerSecond;
  const promise = `${place(ours)}: at least ${minRatio} × ${peer.server}${how}`;
  return [{ promise, found: `${ratio.toFixed(2)} ×`, holds: ratio >= minRatio }];
}

function place({ graph, work, connections }: Figures): string {
  return `${work}, ${graph}, ${connections === 1 ? '1 connection' : `${connections} connections`}`;
}

type Place = Pick<Figures, 'graph' | 'work' | 'connections' | 'server'>;

function find(figures: readonly Figures[], { graph, work, connections, server }: Place): Figures | undefined {
  return figures.find(
    (one) => one.graph === graph && one.work === work && one.connections === connections && one.server === server,
  );
}
