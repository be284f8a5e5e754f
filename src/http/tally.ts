import { Counter, type Registry } from 'prom-client';

/** The labels of one series. */
type Labels = Readonly<Record<string, string>>;

/** A counter and what it says of itself. */
interface Counted {
  readonly name: string;
  readonly help: string;
  readonly registry: Registry;
}

/**
 * Counts by the place of a series among all, and tells Prometheus when it asks: a series is looked up by its labels
 * then, and not with each of the several things that every request counts.
 */
export function tally({ name, help, registry }: Counted, series: readonly Labels[]): (place: number) => void {
  const counts = series.map(() => 0);
  new Counter({
    ...{ name, help, labelNames: Object.keys(series[0] ?? {}), registers: [registry] },
    collect() {
      this.reset();
      for (const [place, labels] of series.entries()) this.inc(labels, counts[place] ?? 0);
    },
  });
  return (place) => {
    counts[place] = (counts[place] ?? 0) + 1;
  };
}
