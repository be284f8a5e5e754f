import type { Random } from '../../bench/graph/random.js';
import type { Clock } from './clock.js';
import { Cores, Thread } from './cores.js';
import { drawWork, type Mix } from './mix.js';
import type { Worker } from './worker.js';

/** The requests to simulate: those of a number of clients, each with one request at a time, or at a rate. */
export interface SimulatedLoad {
  readonly requests: number;
  readonly connections?: number;
  readonly ratePerSecond?: number;
  readonly hitShare: number;
  readonly mix: Mix;
  /** Processor time of the load generator for one request; 0 if it is not simulated. */
  readonly clientMs?: number;
  /** Processor time of the balancer for one request; 0 if it is not simulated. */
  readonly balancerMs?: number;
}

/** The parts of a simulation that a load uses. */
export interface RunningSystem {
  readonly clock: Clock;
  readonly random: Random;
  readonly workers: readonly Worker[];
  /** The cores of load generator and balancer, if they share a machine with the others. */
  readonly sharedCores: Cores | undefined;
}

/** The latencies in ascending order, and the time in which they were measured, in milliseconds. */
export interface LoadResult {
  readonly latencies: Float64Array;
  /** Of the requests that a query served. */
  readonly missLatencies: Float64Array;
  readonly elapsedMs: number;
}

/** The share of the requests that only warm up the batch sizes and the queues. */
const warmUpShare = 0.2;

/** Sends the requests of a load and collects their latencies. */
export function runLoad(system: RunningSystem, load: SimulatedLoad): LoadResult {
  const { clock } = system;
  const send = createSender(system, load);
  const latencies: number[] = [];
  const missLatencies: number[] = [];
  const warmUpCount = load.requests * warmUpShare;
  let [doneCount, startMs] = [0, 0];
  const request = (then: () => void): void => {
    const sentAt = clock.now;
    send((isHit) => {
      doneCount += 1;
      if (doneCount <= warmUpCount) startMs = clock.now;
      else for (const list of isHit ? [latencies] : [latencies, missLatencies]) list.push(clock.now - sentAt);
      then();
    });
  };
  startRequests(system, load, request);
  clock.runUntil(() => doneCount >= load.requests);
  const sort = (list: readonly number[]): Float64Array => Float64Array.from(list).sort();
  return { latencies: sort(latencies), missLatencies: sort(missLatencies), elapsedMs: clock.now - startMs };
}

function startRequests(
  { clock, random }: RunningSystem,
  { connections = 0, ratePerSecond = 0 }: SimulatedLoad,
  request: (then: () => void) => void,
): void {
  const repeat = (): void => request(repeat);
  for (let index = 0; index < connections; index += 1) repeat();
  if (ratePerSecond === 0) return;
  const arrive = (): void => {
    request(() => undefined);
    clock.schedule((drawExponential(random) * 1_000) / ratePerSecond, arrive);
  };
  arrive();
}

/** Creates the function that takes a request through load generator, balancer and one worker after the other. */
function createSender(
  { clock, random, workers, sharedCores }: RunningSystem,
  { hitShare, mix, clientMs = 0, balancerMs = 0 }: SimulatedLoad,
): (done: (isHit: boolean) => void) => void {
  const newThread = (): Thread => new Thread(sharedCores ?? new Cores(clock, Infinity));
  const [client, balancer] = [newThread(), newThread()];
  let sentCount = 0;
  return (done) => {
    const worker = workers[sentCount % workers.length];
    sentCount += 1;
    const [work, isHit] = [drawWork(mix, random), random.next() < hitShare];
    const finish = (): void => client.run(clientMs / 2, () => done(isHit));
    client.run(clientMs / 2, () => balancer.run(balancerMs, () => worker?.respond(work, isHit, finish)));
  };
}

/** A random number with an exponential distribution of mean 1. */
export function drawExponential(random: Random): number {
  return -Math.log(1 - random.next());
}
