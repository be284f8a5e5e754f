import { setFlagsFromString } from 'node:v8';

/** By how many percent of what is in use the heap may grow until all of it is collected; V8 alone takes up to 300. */
const growthPercent = 60;

/**
 * Has V8 collect before the heap has grown to several times what is in use: under load much less memory, for a few
 * percent more time at most. To be called as the process starts.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
  // A batch's lists are all alive while it is read, which V8 would take for a sign that such lists live long: it would
  // make every further one in old memory, from which it is dear to collect.
  setFlagsFromString('--no-allocation-site-pretenuring');
}
