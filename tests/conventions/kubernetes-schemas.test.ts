import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { packageRoot } from '../../src/paths.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { images, manifestDirectory, manifestFiles, manifests, namespace } from './manifests.js';

/** The output of a command with its exit code; undefined if the program is not installed. */
function run(
  program: string,
  ...args: string[]
): { readonly code: number | null; readonly output: string } | undefined {
  const { error, status, stdout } = spawnSync(program, args, { cwd: packageRoot, encoding: 'utf8' });
  return error ? undefined : { code: status, output: stdout };
}

/** The oldest and the newest version of Kubernetes that the manifests are checked for. */
const versions = ['1.32', '1.37'];

const missingPrograms = ['kubernetes-validate', 'kubectl'].filter((program) => run(program, '--help') === undefined);
if (missingPrograms.length > 0)
  console.info(`Not installed: ${missingPrograms.join(', ')}. Skipping the tests of the manifests that need it.`);

describe.skipIf(missingPrograms.includes('kubernetes-validate'))('kubernetes-validate', () => {
  const directory = createTemporaryDirectory();
  const validate = (version: string, ...files: string[]) =>
    run('kubernetes-validate', '--strict', '-k', version, ...files);

  it.each(versions)('finds every manifest valid in Kubernetes %s', (version) => {
    const result = validate(version, ...manifestFiles);
    expect(
      result?.output
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('INFO')),
    ).toEqual([]);
    // A kind without a schema would only be a warning.
    expect(result?.output.match(/ passed for resource /g)).toHaveLength(manifests.length);
    expect(result?.code).toBe(0);
  });

  it.each([
    ['a misspelled field', 'readinessProbe:', 'readyProbe:'],
    ['a field at a wrong place', 'automountServiceAccountToken: false', 'replicas: 3'],
    ['a value of a wrong type', 'containerPort: 4000', "containerPort: '4000'"],
  ])('refuses %s', (_title, text, replacement) => {
    const original = readFileSync(join(packageRoot, manifestDirectory, 'deployment.yaml'), 'utf8');
    expect(original).toContain(text);
    const file = join(directory, 'deployment.yaml');
    writeFileSync(file, original.replace(text, replacement));
    expect(validate(versions[0] ?? '', file)).toEqual({ code: 1, output: expect.stringContaining('did not validate') });
  });
});

describe.skipIf(missingPrograms.includes('kubectl'))('kubectl kustomize', () => {
  it('builds all manifests, in the namespace and with the image of the release', () => {
    const built = parseAllDocuments(run('kubectl', 'kustomize', manifestDirectory)?.output ?? '').map(
      (document) => document.toJS() as { readonly kind: string; readonly metadata: { readonly namespace: string } },
    );
    expect(built.map(({ kind }) => kind).toSorted()).toEqual(manifests.map(({ kind }) => kind).toSorted());
    expect(new Set(built.map(({ metadata }) => metadata.namespace))).toEqual(new Set([namespace]));
    const [{ newName, newTag }] = images;
    expect(JSON.stringify(built).match(new RegExp(`"image":"${newName}:${newTag}"`, 'g'))).toHaveLength(2);
  });
});
