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
const minCachedRatio = 2;
/** The ratio to a Fastify route that returns the same bytes. */
const minFastifyRatio = 0.6;
const minSingleConnectionRatio = 0.9;
const maxSpread = 4;
const maxMemoryMb = 220;
const maxLoss = 1 / 3;
const scalableWork = ['point', 'levels', 'neighborhood'];

/** Checks every target for which there are measurements. */
export function evaluateTargets(figures: readonly Figures[]): Verdict[] {
  return [
    ...evaluateRatios(figures),
    ...evaluateCached(figures),
    ...evaluateSingleConnection(figures),
    ...evaluateOurs(figures),
    ...evaluateGrowth(figures),
  ];
}

function evaluateRatios(figures: readonly Figures[]): Verdict[] {
  return ratios.flatMap(([work, peer, minRatio]) => {
    const subject = { graph: '80k', work, connections: 64 } as const;
    return compareThroughput(
      findFigures(figures, { ...subject, server: 'ours' }),
      findFigures(figures, { ...subject, server: peer }),
      minRatio,
    );
  });
}

function evaluateCached(figures: readonly Figures[]): Verdict[] {
  const subject = { graph: '80k', work: 'point', connections: 64 } as const;
  const cached = findFigures(figures, { ...subject, server: 'ours-cached' });
  return [
    ...compareThroughput(
      cached,
      findFigures(figures, { ...subject, server: 'postgraphile' }),
      minCachedRatio,
      ' with the cache on',
    ),
    ...figures
      .filter(({ work, server, connections }) => work === 'cached' && server === 'ours-cached' && connections === 64)
      .flatMap((ours) =>
        compareThroughput(
          ours,
          findFigures(figures, { ...ours, server: 'fastify' }),
          minFastifyRatio,
          ' with the cache on',
        ),
      ),
    // The cache is on by default, so it must not slow down requests that miss it.
    ...figures
      .filter(({ server, connections }) => server === 'ours-cached' && connections === 64)
      .flatMap((ours) =>
        compareThroughput(ours, findFigures(figures, { ...ours, server: 'ours' }), 1, ' with the cache on'),
      ),
  ];
}

function evaluateSingleConnection(figures: readonly Figures[]): Verdict[] {
  return figures
    .filter(({ server, connections }) => server === 'ours' && connections === 1)
    .flatMap((ours) =>
      compareThroughput(ours, findFigures(figures, { ...ours, server: 'raw' }), minSingleConnectionRatio),
    );
}

function evaluateOurs(figures: readonly Figures[]): Verdict[] {
  const ours = figures.filter(({ server, connections }) => server === 'ours' && connections === 64);
  return ours.flatMap((candidate) => [
    {
      promise: `${describeSubject(candidate)}: p99 at most ${maxSpread} × p50`,
      found: `${(candidate.p99 / candidate.p50).toFixed(1)} ×`,
      holds: candidate.p99 <= maxSpread * candidate.p50,
    },
    {
      promise: `${describeSubject(candidate)}: at most ${maxMemoryMb} MB`,
      found: `${candidate.memoryMb.toFixed(0)} MB`,
      holds: candidate.memoryMb <= maxMemoryMb,
    },
  ]);
}

function evaluateGrowth(figures: readonly Figures[]): Verdict[] {
  return scalableWork.flatMap((work) => {
    const subject = { work, connections: 64, server: 'ours' } as const;
    const small = findFigures(figures, { ...subject, graph: '80k' });
    const large = findFigures(figures, { ...subject, graph: '5m' });
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

function compareThroughput(
  ours: Figures | undefined,
  peer: Figures | undefined,
  minRatio: number,
  suffix = '',
): Verdict[] {
  if (ours === undefined || peer === undefined) return [];
  const ratio = ours.requestsPerSecond / peer.requestsPerSecond;
  const promise = `${describeSubject(ours)}: at least ${minRatio} × ${peer.server}${suffix}`;
  return [{ promise, found: `${ratio.toFixed(2)} ×`, holds: ratio >= minRatio }];
}

function describeSubject({ graph, work, connections }: Figures): string {
  return `${work}, ${graph}, ${connections === 1 ? '1 connection' : `${connections} connections`}`;
}

type FiguresKey = Pick<Figures, 'graph' | 'work' | 'connections' | 'server'>;

function findFigures(
  figures: readonly Figures[],
  { graph, work, connections, server }: FiguresKey,
): Figures | undefined {
  return figures.find(
    (candidate) =>
      candidate.graph === graph &&
      candidate.work === work &&
      candidate.connections === connections &&
      candidate.server === server,
  );
}
