import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/paths.js';
import { markdownTable } from './markdown-table.js';
import { fillParts } from './marked-parts.js';

/** A setting and its description in the code. */
export interface Setting {
  /** The environment variable. */
  readonly name: string;
  readonly description: string;
  /** The default in Markdown: a value in code style, or words such as `none`. */
  readonly defaultValue: string;
}

/** The settings of one table of the code, which is one section of the page. */
interface SettingGroup {
  readonly title: string;
  readonly introduction: string;
  readonly settings: readonly Setting[];
}

const titles: Readonly<Record<string, string>> = {
  serverSettings: 'Server',
  readSettings: 'Responses',
  neo4jSettings: 'Neo4j',
  httpSettings: 'Requests and observability',
};

/** Fills the settings in docs/configuration.md from the doc comments of the code. */
export function fillConfiguration(text: string): string {
  return fillParts('docs/configuration.md', text, { settings: () => groups().map(printGroup).join('\n\n') });
}

/** All settings with a doc comment in the code, in its order. */
export function documentedSettings(): Setting[] {
  return groups().flatMap(({ settings }) => settings);
}

/** The names of the settings that the code reads, without Node's NODE_ENV. */
export function readSettings(): string[] {
  return configFiles().flatMap((text) => [...text.matchAll(/\bsetting\(\s*'(\w+)'/g)].map(([, name = '']) => name));
}

function configFiles(): string[] {
  const files = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const config = files.filter((file) => /(^|[/-])config\.ts$/.test(file)).toSorted();
  return config.map((file) => readFileSync(join(packageRoot, 'src', file), 'utf8'));
}

function groups(): SettingGroup[] {
  const tables = configFiles().flatMap((text) => [
    ...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:export )?const (\w+Settings) = \{\n([\s\S]*?)^\}/gm),
  ]);
  return tables.map(([, introduction = '', name = '', body = '']) => ({
    title: titles[name] ?? name,
    introduction: joinLines(introduction),
    settings: [...body.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n +\w+: setting\(\s*'(\w+)'/g)].map(
      ([, comment = '', variable = '']) => parseSetting(variable, comment),
    ),
  }));
}

function parseSetting(name: string, comment: string): Setting {
  const [description = '', value = 'none'] = joinLines(comment).split(' Default: ');
  return { name, description, defaultValue: value.replace(/\.$/, '').replace(/^\d+$/, '`$&`') };
}

function joinLines(comment: string): string {
  return comment.replaceAll(/\s*\n\s*\* ?/g, ' ').trim();
}

function printGroup({ title, introduction, settings }: SettingGroup): string {
  const rows = settings.map(({ name, description, defaultValue }) => [`\`${name}\``, defaultValue, description]);
  return `## ${title}\n\n${introduction}\n\n${markdownTable([['Setting', 'Default', 'Description'], ...rows])}`;
}
