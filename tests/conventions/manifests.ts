import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { projectFiles, readProjectFile } from './project-files.js';

/** The directory of the Kubernetes manifests. */
export const manifestDirectory = 'deploy/kubernetes';

/** Labels, or a selector that compares them. */
export const labels = z.record(z.string(), z.string());

const manifest = z.looseObject({
  kind: z.string(),
  metadata: z.object({ name: z.string(), labels }),
});

/** A Kubernetes object in the manifests. */
export type Manifest = z.infer<typeof manifest>;

const kustomization = z.object({
  namespace: z.string(),
  resources: z.array(z.string()),
  images: z.tuple([z.object({ name: z.string(), newName: z.string(), newTag: z.string() })]),
});

/** The parts of the kustomization that the tests check. */
export const { namespace, resources, images } = kustomization.parse(
  parse(readProjectFile(`${manifestDirectory}/kustomization.yaml`)),
);

/** The paths of the YAML files that the kustomization should list. */
export const manifestFiles = projectFiles().filter(
  (path) => path.startsWith(`${manifestDirectory}/`) && /(?<!\/kustomization|\/neo4j-values)\.yaml$/.test(path),
);

/** All objects of the manifests. */
export const manifests: readonly Manifest[] = manifestFiles.flatMap((path) =>
  parseAllDocuments(readProjectFile(path)).map((document) => manifest.parse(document.toJS())),
);

/** Returns the objects of a kind, parsed by a schema for their `spec` or `data`. */
export function manifestsOf<T>(kind: string, schema: z.ZodType<T>): T[] {
  return manifests.filter((object) => object.kind === kind).map((object) => schema.parse(object));
}

const probe = z.object({
  httpGet: z.object({ path: z.string(), port: z.string() }).optional(),
  periodSeconds: z.number().default(10),
  failureThreshold: z.number().default(3),
});

const container = z.object({
  name: z.string(),
  image: z.string(),
  command: z.array(z.string()).optional(),
  args: z.array(z.string()).optional(),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })).default([]),
  resources: z.object({ requests: labels, limits: labels }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string(), readOnly: z.literal(true) })).default([]),
  startupProbe: probe.optional(),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
});

const volume = z.object({
  name: z.string(),
  secret: z.object({
    secretName: z.string(),
    defaultMode: z.literal(0o440),
    items: z.array(z.object({ key: z.string(), path: z.string() })),
  }),
});

/** A Deployment or Job: an object that describes pods. */
export const workload = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    replicas: z.number().optional(),
    selector: z.object({ matchLabels: labels }).optional(),
    strategy: z
      .object({
        type: z.string(),
        rollingUpdate: z.object({ maxUnavailable: z.number(), maxSurge: z.number() }).optional(),
      })
      .optional(),
    template: z.object({
      metadata: z.object({ labels }),
      spec: z.object({
        automountServiceAccountToken: z.literal(false),
        enableServiceLinks: z.literal(false),
        terminationGracePeriodSeconds: z.number().default(30),
        securityContext: z.object({
          runAsNonRoot: z.literal(true),
          runAsUser: z.number().min(1),
          fsGroup: z.number().optional(),
          seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
        }),
        topologySpreadConstraints: z
          .array(z.object({ topologyKey: z.string(), labelSelector: z.object({ matchLabels: labels }) }))
          .default([]),
        containers: z.tuple([container]),
        volumes: z.array(volume).default([]),
      }),
    }),
  }),
});

/** The Deployments and the Job. */
export const workloads = [...manifestsOf('Deployment', workload), ...manifestsOf('Job', workload)];

/** Returns the Deployment or Job with a name. */
export function findWorkload(name: string): z.infer<typeof workload> {
  const found = workloads.find(({ metadata }) => metadata.name === name);
  if (!found) throw new Error(`Expected a Deployment or Job with the name ${name} in ${manifestDirectory}.`);
  return found;
}

/** The settings of the servers in Kubernetes: the data of the ConfigMap. */
export const [serverSettings = {}] = manifestsOf('ConfigMap', z.object({ data: labels })).map(({ data }) => data);
