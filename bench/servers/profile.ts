import { Session, type Profiler } from 'node:inspector/promises';
import { sharesOf, type Shares } from './shares.js';

/** How many microseconds lie between two looks at what the process is doing. */
const intervalUs = 500;

/** Begins to note what this process spends its time on, and gives what ends that and tells. */
export async function startProfile(): Promise<() => Promise<Shares>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: intervalUs });
  await session.post('Profiler.start');
  return async () => {
    const { profile }: Profiler.StopReturnType = await session.post('Profiler.stop');
    session.disconnect();
    return sharesOf(profile);
  };
}
