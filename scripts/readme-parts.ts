import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/paths.js';
import { markdownTable } from './markdown-table.js';
import { fillParts } from './marked-parts.js';

/** Fills the parts of README.md that are generated from other files of the project. */
export function fillReadme(text: string): string {
  return fillParts('README.md', text, { settings, questions });
}

/** A setting and its description in the code. */
export interface Setting {
  readonly name: string;
  readonly meaning: string;
}

/** All settings with a doc comment in the code, in its order. */
export function documentedSettings(): Setting[] {
  return configFiles().flatMap((text) =>
    [...text.matchAll(/\/\*\* `([A-Z][A-Z0-9_]+)`(?::| )([\s\S]*?)\*\//g)].map(([, name = '', meaning = '']) => ({
      name,
      meaning: meaning.replaceAll(/\s*\n\s*\* ?/g, ' ').trim(),
    })),
  );
}

/** The names of the settings that the code reads, without Node's NODE_ENV. */
export function readSettings(): string[] {
  const names = configFiles().flatMap((text) =>
    [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name = '']) => name),
  );
  return names.filter((name) => name !== 'NODE_ENV');
}

function configFiles(): string[] {
  const files = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const config = files.filter((file) => /(^|[/-])config\.ts$/.test(file)).toSorted();
  return config.map((file) => readFileSync(join(packageRoot, 'src', file), 'utf8'));
}

function settings(): string {
  const rows = documentedSettings().map(({ name, meaning }) => [`\`${name}\``, meaning]);
  return markdownTable([['Variable', 'Meaning'], ...rows]);
}

function questions(): string {
  const files = readdirSync(join(packageRoot, 'operations')).filter((file) => file.endsWith('.graphql'));
  return files
    .toSorted()
    .map((file) => `- [${titleOf(file)}](operations/${file})`)
    .join('\n');
}

function titleOf(file: string): string {
  const [first = ''] = readFileSync(join(packageRoot, 'operations', file), 'utf8').split('\n', 1);
  return first.replace(/^# */, '');
}
