import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/paths.js';

/** The part of a CycloneDX bill of materials that this script reads. */
interface Sbom {
  readonly metadata: { readonly component: { name: string } };
  components: readonly { 'bom-ref': string; properties?: readonly { name: string }[] }[];
  dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
}

/** The part of package-lock.json that this script reads: packages by directory; the key of the project is ''. */
interface Lock {
  readonly name: string;
  readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>;
}

// `npm sbom --omit dev` also omits packages that both production and development dependencies need.
const npmOutput = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  cwd: packageRoot,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
});
const sbom = JSON.parse(npmOutput) as Sbom;
const lock = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as Lock;
const installedPackages = Object.entries(lock.packages)
  .filter(([, { dev }]) => dev !== true)
  .map(
    ([directory, { version }]) =>
      `${directory === '' ? lock.name : directory.split('node_modules/').at(-1)}@${version}`,
  );
// The notices of the libraries that the build copies begin with lines such as `zod 4.6.7 (MIT)`.
const notices = readFileSync(join(packageRoot, 'dist', 'node_modules', 'notices.txt'), 'utf8');
const bundledPackages = [...notices.matchAll(/^(\S+) (\d\S*) \(.+\)$/gm)].map(
  ([, name, version]) => `${name}@${version}`,
);
const shippedPackages = new Set([...installedPackages, ...bundledPackages]);
const isShipped = (ref: string): boolean => shippedPackages.has(ref);

// npm names the package after its directory.
sbom.metadata.component.name = lock.name;
sbom.components = sbom.components
  .filter((component) => isShipped(component['bom-ref']))
  .map(({ properties = [], ...component }) => ({
    ...component,
    properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development'),
  }));
sbom.dependencies = sbom.dependencies
  .filter(({ ref }) => isShipped(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isShipped) }));
writeFileSync(join(packageRoot, 'dist', 'sbom.cdx.json'), `${JSON.stringify(sbom, undefined, 2)}\n`);
