/** A step of a release: what it is for, and the command that does it. */
export interface ReleaseStep {
  readonly title: string;
  readonly command: readonly [program: string, ...args: string[]];
}

/** The directory that a release writes the package and its SBOM to. */
export const releaseDirectory = 'release';

const unreleasedHeading = /^## (?:Unreleased|.* \(unreleased\))$/m;

/** The version to release: the requested one, or the current one with its patch, minor or major number raised. */
export function nextVersion(current: string, requested: string): string {
  if (/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(requested)) return requested;
  const [major = 0, minor = 0, patch = 0] = current.replace(/-.*/, '').split('.').map(Number);
  switch (requested) {
    case 'major':
      return `${major + 1}.0.0`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
    default:
      throw new Error(`Expected a version such as 1.2.3, or patch, minor or major; found "${requested}".`);
  }
}

/** Puts the unreleased changes of the changelog under a version and its date; an empty section for new ones remains. */
export function releaseChanges(changelog: string, version: string, date: string): string {
  const heading = unreleasedHeading.exec(changelog);
  if (heading === null) throw new Error('Expected a section "## Unreleased" in CHANGELOG.md; found none.');
  const start = heading.index + heading[0].length;
  const [changes = ''] = changelog.slice(start).split(/^## /m, 1);
  if (!/^- /m.test(changes)) throw new Error('Expected a change in the section "## Unreleased"; found none.');
  return `${changelog.slice(0, heading.index)}## Unreleased\n\n## ${version} (${date})${changelog.slice(start)}`;
}

/** Names the image of a version in the kustomization of the deployment. */
export function releaseImageTag(kustomization: string, version: string): string {
  const tag = /^( *newTag: ).*$/m;
  if (!tag.test(kustomization)) throw new Error('Expected "newTag" in kustomization.yaml; found none.');
  return kustomization.replace(tag, `$1${version}`);
}

/** The steps that check a release before anything changes. */
export const checkSteps: readonly ReleaseStep[] = [
  { title: 'Check the sources', command: ['npm', 'run', 'check'] },
  { title: 'Run the tests', command: ['npm', 'test'] },
];

/** The step that builds the package. */
export const packStep: ReleaseStep = {
  title: 'Build the package',
  command: ['npm', 'pack', '--pack-destination', releaseDirectory],
};

/** The step that builds the image, with labels as the Open Containers Initiative specifies them. */
export function imageStep(version: string, revision: string, created: string): ReleaseStep {
  const labels = { VERSION: version, REVISION: revision, CREATED: created };
  const args = Object.entries(labels).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  const tags = ['-t', `aigc-atlas:${version}`, '-t', 'aigc-atlas:latest'];
  return { title: 'Build the image', command: ['docker', 'build', ...args, ...tags, '.'] };
}

/** The step that tags the commit of a release. */
export function tagStep(version: string): ReleaseStep {
  return { title: 'Tag the commit', command: ['git', 'tag', '-a', `v${version}`, '-m', `Release ${version}`] };
}
