import { parse } from 'yaml';
import { z } from 'zod';
import { readProjectFile } from '../conventions/project-files.js';

const rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          annotations: z.object({ summary: z.string(), description: z.string(), runbook: z.string() }),
        }),
      ),
    }),
  ),
});

const dashboard = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});

/** The alarms of docs/alarms.yml. */
export const alarms = rules.parse(parse(readProjectFile('docs/alarms.yml'))).groups.flatMap((group) => group.rules);

/** The queries of docs/dashboard.json as Grafana sends them for all instances, each with its panel's title. */
export const queries = dashboard
  .parse(JSON.parse(readProjectFile('docs/dashboard.json')))
  .panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }): [title: string, query: string] => [
      title,
      expr.replaceAll('$instance', '.*').replaceAll('$__rate_interval', '1m'),
    ]),
  );

/** A series selector of a Prometheus query: the name of a metric and its label matchers. */
interface Selector {
  readonly name: string;
  readonly labels: readonly (readonly [name: string, value: string])[];
}

/** Labels that Prometheus adds to every series. */
const targetLabels = new Set(['job', 'instance']);

/** The selectors in a query that match no series in the metrics. */
export function findMissingSeries(metrics: string, query: string): string[] {
  const series = metrics.split('\n').filter((line) => line.startsWith('atlas_'));
  const hasSeries = ({ name, labels }: Selector): boolean =>
    series.some(
      (line) =>
        (line.startsWith(`${name}{`) || line.startsWith(`${name} `)) &&
        labels.every(([label, value]) => line.includes(`${label}="${value}"`)),
    );
  return parseSelectors(query)
    .filter((selector) => !hasSeries(selector))
    .map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`);
}

function parseSelectors(query: string): Selector[] {
  return [...query.matchAll(/(atlas_\w+)(?:\{([^}]*)\})?/g)].map(([, name = '', matchers = '']) => ({
    name,
    labels: [...matchers.matchAll(/(\w+)(?:=|=~)"([^"]*)"/g)]
      .map(([, label = '', value = '']) => [label, value] as const)
      .filter(([label]) => !targetLabels.has(label)),
  }));
}

/** The labels by which a query groups series, except those that Prometheus adds. */
export function groupLabelsOf(query: string): string[] {
  const labels = [...query.matchAll(/\b(?:by|ignoring) \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', '));
  return labels.filter((label) => !targetLabels.has(label));
}
