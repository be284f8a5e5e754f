import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { bundledModules, packageNameOf } from './bundled-libraries.js';

const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** The modules outside the project that the source files import. */
function importedModules(): string[] {
  const files = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const programFiles = files.filter((file) => /(?<!\.test)\.ts$/.test(file));
  const imports = programFiles.flatMap((file) => [
    ...readFileSync(join(packageRoot, 'src', file), 'utf8').matchAll(
      /^(?!import type).*(?:from |import\()'([^'.][^']*)'/gm,
    ),
  ]);
  return [...new Set(imports.map(([, module = '']) => module))].filter((module) => !isBuiltin(module));
}

it('an installed package has every module that the program imports', () => {
  const isProvided = (module: string): boolean =>
    bundledModules.includes(module) || packageNameOf(module) in manifest.dependencies;
  expect(importedModules()).toContain('zod');
  expect(importedModules().filter((module) => !isProvided(module))).toEqual([]);
});

it('npm does not install the libraries that the build copies', () => {
  const names = bundledModules.map(packageNameOf);
  expect(names.filter((name) => name in manifest.dependencies)).toEqual([]);
  expect(names.filter((name) => !(name in manifest.devDependencies))).toEqual([]);
});
