import { describe, expect, it } from 'vitest';
import { imageStep, nextVersion, releaseChanges, releaseImageTag } from './release-plan.js';

describe('the next version', () => {
  it.each([
    ['patch', '1.2.4'],
    ['minor', '1.3.0'],
    ['major', '2.0.0'],
    ['1.2.3', '1.2.3'],
    ['2.0.0-rc.1', '2.0.0-rc.1'],
  ])('after 1.2.3 for %s is %s', (requested, expected) => {
    expect(nextVersion('1.2.3', requested)).toBe(expected);
  });

  it.each(['', 'next', 'v1.2.3', '1.2', '1.2.3; true'])('is not "%s"', (requested) => {
    expect(() => nextVersion('1.2.3', requested)).toThrow(`found "${requested}"`);
  });
});

describe('the changelog of a release', () => {
  it.each(['## Unreleased', '## 0.2.0 (unreleased)'])(
    'has the changes of "%s" under the version and date',
    (heading) => {
      const changelog = `# Changelog\n\n${heading}\n\n### Added\n\n- A feature.\n\n## 0.1.0 (2026-01-01)\n\n- The first.\n`;
      expect(releaseChanges(changelog, '0.2.0', '2026-02-03')).toBe(
        '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-02-03)\n\n### Added\n\n- A feature.\n\n## 0.1.0 (2026-01-01)\n\n- The first.\n',
      );
    },
  );

  it.each([
    ['# Changelog\n\n## 0.1.0 (2026-01-01)\n\n- The first.\n', 'Expected a section "## Unreleased"'],
    ['## Unreleased\n\n### Added\n\n## 0.1.0 (2026-01-01)\n\n- The first.\n', 'Expected a change in the section'],
  ])('requires a section with a change', (changelog, message) => {
    expect(() => releaseChanges(changelog, '0.2.0', '2026-02-03')).toThrow(message);
  });
});

it('the kustomization names the image of a release', () => {
  expect(releaseImageTag('images:\n  - name: a\n    newTag: 0.1.0\n', '1.2.3')).toBe(
    'images:\n  - name: a\n    newTag: 1.2.3\n',
  );
  expect(() => releaseImageTag('images: []\n', '1.2.3')).toThrow('Expected "newTag"');
});

it('the image of a release is labeled with its version, revision and date', () => {
  const { command } = imageStep('1.2.3', 'abc', '2026-02-03T04:05:06Z');
  expect(command.join(' ')).toBe(
    'docker build --build-arg VERSION=1.2.3 --build-arg REVISION=abc --build-arg CREATED=2026-02-03T04:05:06Z ' +
      '-t aigc-atlas:1.2.3 -t aigc-atlas:latest .',
  );
});
