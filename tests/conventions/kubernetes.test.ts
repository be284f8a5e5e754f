import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { environmentSchema, readConfig } from '../../src/config.js';
import { packageRoot } from '../../src/paths.js';
import {
  findWorkload,
  images,
  labels,
  manifestDirectory,
  manifestFiles,
  manifests,
  manifestsOf,
  namespace,
  resources,
  serverSettings,
  workloads,
} from './manifests.js';
import { readProjectFile } from './project-files.js';

const server = findWorkload('aigc-atlas');
const load = findWorkload('aigc-atlas-load');
const cache = findWorkload('valkey');
const pod = server.spec.template.spec;
const [container] = pod.containers;
const serverLabels = server.spec.template.metadata.labels;
const neo4j = z
  .object({ neo4j: z.object({ name: z.string(), passwordFromSecret: z.string() }) })
  .parse(parse(readProjectFile(`${manifestDirectory}/neo4j-values.yaml`))).neo4j;

const port = z.union([z.string(), z.number()]);
const selector = z.object({
  matchLabels: labels.default({}),
  matchExpressions: z
    .array(z.object({ key: z.string(), operator: z.literal('In'), values: z.array(z.string()) }))
    .default([]),
});
type Selector = z.infer<typeof selector>;

/** Whether a selector matches the labels of a pod. */
const matches = ({ matchLabels, matchExpressions }: Selector, podLabels: Readonly<Record<string, string>>): boolean =>
  Object.entries(matchLabels).every(([key, value]) => podLabels[key] === value) &&
  matchExpressions.every(({ key, values }) => values.includes(podLabels[key] ?? ''));

/** The names of the workloads whose pods a selector matches. */
const namesSelectedBy = (pods: Selector): string[] =>
  workloads.filter(({ spec }) => matches(pods, spec.template.metadata.labels)).map(({ metadata }) => metadata.name);

describe('the Kubernetes manifests', () => {
  it('are all part of the kustomization, and have no secrets', () => {
    expect(resources.toSorted()).toEqual(
      manifestFiles.map((path) => path.slice(manifestDirectory.length + 1)).toSorted(),
    );
    expect(manifests.map(({ kind }) => kind)).not.toContain('Secret');
  });

  it('use images with a version, and one image of the release', () => {
    for (const { spec } of workloads)
      for (const { image } of spec.template.spec.containers) expect(image).toMatch(/^aigc-atlas$|^valkey\/valkey:\d/);
    expect(images).toEqual([
      { name: 'aigc-atlas', newName: expect.stringMatching(/\/aigc-atlas$/), newTag: expect.stringMatching(/^\d/) },
    ]);
  });

  it('have valid settings, which the servers and the load read from one ConfigMap', () => {
    expect(Object.keys(environmentSchema.shape)).toEqual(expect.arrayContaining(Object.keys(serverSettings)));
    const config = readConfig({ ...serverSettings, NEO4J_PASSWORD_FILE: join(packageRoot, 'package.json') });
    expect(config).toMatchObject({ host: '0.0.0.0', port: 4000, logFormat: 'json' });
    for (const { spec } of [server, load])
      expect(spec.template.spec.containers[0].envFrom).toEqual([{ configMapRef: { name: 'aigc-atlas' } }]);
  });

  it('mount the password at the path of the setting, from the Secret of Neo4j', () => {
    for (const { spec } of [server, load]) {
      const [{ volumeMounts }] = spec.template.spec.containers;
      expect(spec.template.spec.volumes).toMatchObject([
        { secret: { secretName: neo4j.passwordFromSecret, items: [{ key: 'password' }] } },
      ]);
      const [item] = spec.template.spec.volumes[0]?.secret.items ?? [];
      expect(`${volumeMounts[0]?.mountPath}/${item?.path}`).toBe(serverSettings['NEO4J_PASSWORD_FILE']);
      // The file is readable by the group only, which the pod has.
      expect(spec.template.spec.securityContext.fsGroup).toBeDefined();
    }
  });

  it('run the cache with the options of docker-compose.yml', () => {
    const compose = z.object({ services: z.object({ valkey: z.object({ command: z.array(z.string()) }) }) });
    const { services } = compose.parse(parse(readProjectFile('docker-compose.yml'), { merge: true }));
    expect(cache.spec.template.spec.containers[0].args).toEqual(services.valkey.command);
  });

  it('load the data once, by the Job', () => {
    expect(container.command).toEqual(['node', 'dist/main.js', 'start', '--neo4j', 'uri', '--no-load']);
    expect(load.spec.template.spec.containers[0].command).toEqual(['node', 'dist/main.js', 'load']);
  });
});

describe('the Deployment of the servers', () => {
  it('replaces a server only when another one is ready', () => {
    expect(server.spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } });
    expect(container.readinessProbe?.httpGet).toEqual({ path: '/readyz', port: 'http' });
    expect(container.ports).toEqual([{ name: 'http', containerPort: Number(serverSettings['PORT']) }]);
  });

  it('is scaled between three servers and those that Neo4j has threads for', () => {
    const autoscaler = z.object({
      spec: z.object({
        scaleTargetRef: z.object({ kind: z.literal('Deployment'), name: z.string() }),
        minReplicas: z.number(),
        maxReplicas: z.number(),
      }),
    });
    const [found] = manifestsOf('HorizontalPodAutoscaler', autoscaler);
    expect(found?.spec).toEqual({
      scaleTargetRef: { kind: 'Deployment', name: 'aigc-atlas' },
      minReplicas: 3,
      maxReplicas: 400 / 50,
    });
    expect(server.spec.replicas).toBeUndefined();
  });

  it('spreads its own pods over nodes and zones', () => {
    const constraints = pod.topologySpreadConstraints;
    expect(constraints.map(({ topologyKey }) => topologyKey)).toEqual([
      'kubernetes.io/hostname',
      'topology.kubernetes.io/zone',
    ]);
    for (const { labelSelector } of constraints) expect(labelSelector).toEqual(server.spec.selector);
  });
});

describe('the selectors of the Kubernetes manifests', () => {
  it('of workloads match their own pods and no others', () => {
    for (const { metadata, spec } of [server, cache])
      expect(namesSelectedBy(selector.parse(spec.selector))).toEqual([metadata.name]);
  });

  it('of services match the pods that listen at their ports', () => {
    const service = z.object({
      metadata: z.object({ name: z.string() }),
      spec: z.object({ selector: labels, ports: z.array(z.object({ port: z.number(), targetPort: z.string() })) }),
    });
    for (const { metadata, spec } of manifestsOf('Service', service)) {
      expect(namesSelectedBy({ matchLabels: spec.selector, matchExpressions: [] })).toEqual([metadata.name]);
      const [{ ports }] = findWorkload(metadata.name).spec.template.spec.containers;
      expect(spec.ports.map(({ targetPort }) => targetPort)).toEqual(ports.map(({ name }) => name));
    }
    const [cachePort] = cache.spec.template.spec.containers[0].ports;
    expect(serverSettings['CACHE_URL']).toBe(`redis://valkey:${cachePort?.containerPort}`);
  });

  it('of the disruption budget match the servers', () => {
    const budget = z.object({ spec: z.object({ maxUnavailable: z.literal(1), selector }) });
    const selected = manifestsOf('PodDisruptionBudget', budget).map(({ spec }) => namesSelectedBy(spec.selector));
    expect(selected).toEqual([['aigc-atlas']]);
  });
});

describe('the network policies', () => {
  const peer = z.object({ podSelector: selector.optional(), namespaceSelector: selector.optional() });
  const ports = z.array(z.object({ protocol: z.string(), port }));
  const policy = z.object({
    spec: z.object({
      podSelector: selector,
      policyTypes: z.tuple([z.literal('Ingress'), z.literal('Egress')]),
      ingress: z.array(z.object({ from: z.array(peer), ports })).default([]),
      egress: z.array(z.object({ to: z.array(peer), ports })).default([]),
    }),
  });
  const policies = manifestsOf('NetworkPolicy', policy).map(({ spec }) => spec);

  /** What the pods of a workload may connect to, or be connected from: `label:port`. */
  const allowedFor = ({ spec }: typeof server, direction: 'ingress' | 'egress'): string[] => {
    const rules = policies
      .filter(({ podSelector }) => matches(podSelector, spec.template.metadata.labels))
      .flatMap((found) => (direction === 'ingress' ? found.ingress : found.egress.map((r) => ({ ...r, from: r.to }))));
    return rules.flatMap(({ from, ports: allowed }) =>
      allowed.map(({ port: number }) => {
        const peers = from.map(({ podSelector, namespaceSelector }) =>
          Object.values({ ...namespaceSelector?.matchLabels, ...podSelector?.matchLabels }).at(-1),
        );
        return `${peers.join()}:${number}`;
      }),
    );
  };

  it('let the servers reach the cache, Neo4j and DNS, and be reached from labelled namespaces', () => {
    expect(allowedFor(server, 'ingress')).toEqual(['allowed:http']);
    expect(allowedFor(server, 'egress')).toEqual(['cache:redis', `${neo4j.name}:7687`, 'kube-dns:53', 'kube-dns:53']);
    expect(serverSettings['NEO4J_URI']).toMatch(/:7687$/);
    expect(serverLabels['app.kubernetes.io/component']).toBe('server');
  });

  it('let the load reach Neo4j and DNS only', () => {
    expect(allowedFor(load, 'ingress')).toEqual([]);
    expect(allowedFor(load, 'egress')).toEqual([`${neo4j.name}:7687`, 'kube-dns:53', 'kube-dns:53']);
  });

  it('let the cache be reached from the servers only', () => {
    expect(allowedFor(cache, 'ingress')).toEqual(['server:redis']);
    expect(allowedFor(cache, 'egress')).toEqual([]);
  });
});

describe('the page of the manifests', () => {
  const page = readProjectFile(`${manifestDirectory}/README.md`);
  const listed = [...page.matchAll(/^\| `([\w.-]+)`/gm)].map(([, name]) => name);

  it('lists the files', () => {
    expect(listed.toSorted()).toEqual([...resources, 'neo4j-values.yaml'].toSorted());
  });

  it('names objects of the manifests, and the label of their network policy', () => {
    const names = [...page.matchAll(/\b(job|deployment)[ /](aigc-atlas[\w-]*)/g)].map(
      ([, kind, name]) => `${kind}/${name}`,
    );
    expect(new Set(names)).toEqual(new Set(['job/aigc-atlas-load', 'deployment/aigc-atlas']));
    expect(page).toContain(' aigc-atlas/access=allowed\n');
    expect(page).toContain(`kubectl create namespace ${namespace}\n`);
  });

  it('creates the Neo4j and the secret that the manifests refer to', () => {
    const [, release = ''] = /^helm install (\S+) neo4j\/neo4j /m.exec(page) ?? [];
    expect(serverSettings['NEO4J_URI']).toBe(`bolt://${release}:7687`);
    expect(page).toContain(`printf 'NEO4J_AUTH=neo4j/%s\\npassword=%s\\n' "$password" "$password"`);
    expect(page).toContain(`create secret generic ${neo4j.passwordFromSecret} `);
  });
});
