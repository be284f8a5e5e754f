import type { Profiler } from 'node:inspector/promises';

/** The areas of a server's CPU time. `collecting` is garbage collection. */
export const areas = ['driver', 'GraphQL', 'own code', 'HTTP framework', 'Node.js', 'collecting', 'other'] as const;

/** An area of CPU time. */
export type Area = (typeof areas)[number];

/** The share of busy time in each area; they add up to 1. */
export type Shares = Readonly<Record<Area, number>>;

const packages: readonly (readonly [pattern: RegExp, area: Area])[] = [
  [/^(neo4j-driver|pg)/, 'driver'],
  [/^(graphql|graphql-jit|postgraphile|graphile-|@apollo|@graphql-|@neo4j\/graphql|dataloader)/, 'GraphQL'],
  [/^(fastify|@fastify|@as-integrations|find-my-way|light-my-request|secure-json-parse|avvio)/, 'HTTP framework'],
];

type Frame = Profiler.ProfileNode;

/** Computes the shares of a profile. Frames without a file, such as compiled operations, count toward their callers. */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Shares {
  const areaOf = areasOf(nodes);
  const timeByArea = new Map<Area, number>();
  samples.forEach((id, index) => {
    const area = areaOf.get(id);
    if (area !== undefined) timeByArea.set(area, (timeByArea.get(area) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const busyTime = [...timeByArea.values()].reduce((sum, time) => sum + time, 0);
  const share = (area: Area): number => (busyTime === 0 ? 0 : (timeByArea.get(area) ?? 0) / busyTime);
  return Object.fromEntries(areas.map((area) => [area, share(area)])) as Shares; // one for each area
}

// Callers precede the functions they call, so a caller's area is always assigned first. Idle time has no area.
function areasOf(nodes: readonly Frame[]): Map<number, Area | undefined> {
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const areaById = new Map<number, Area | undefined>();
  const areaOfFrame = (frame: Frame): Area | undefined => {
    const caller = callers.get(frame.id);
    return classifyFrame(frame) ?? (caller === undefined ? 'other' : areaById.get(caller));
  };
  for (const frame of nodes)
    areaById.set(frame.id, frame.callFrame.functionName === '(idle)' ? undefined : areaOfFrame(frame));
  return areaById;
}

function classifyFrame({ callFrame: { functionName, url } }: Frame): Area | undefined {
  if (functionName === '(garbage collector)') return 'collecting';
  if (functionName === '(program)') return 'other';
  if (url === '') return undefined;
  if (url.startsWith('node:')) return 'Node.js';
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (name === undefined) return 'own code';
  return packages.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
