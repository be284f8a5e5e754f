import { Session, type Profiler } from 'node:inspector/promises';
import { sharesOf, type Shares } from './shares.js';

/** The sampling interval in microseconds. */
const intervalUs = 500;

/** Starts a CPU profile of this process. The returned function ends it and returns the shares. */
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
