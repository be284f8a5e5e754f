import { Counter, type Registry } from 'prom-client';

/** Registers a counter whose total is kept elsewhere, and is read when Prometheus reads the metrics. */
export function registerCounter(name: string, help: string, readTotal: () => number, registry: Registry): void {
  new Counter({
    ...{ name, help, registers: [registry] },
    collect() {
      this.reset();
      this.inc(readTotal());
    },
  });
}
