import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../src/paths.js';
import { followRecipe } from '../model/follow-recipe.js';
import { replaceParts } from '../proxies/docs-samples.js';

/** A release with data of its own. */
export interface Release {
  /** The version of its data, which all summaries of the changed files name. */
  readonly version: string;
  /** Whether its model has another optional field, `Company.headquarters`; default: false. */
  readonly hasHeadquarters?: boolean;
  /** Whether its model has another type, `Person`; default: false. */
  readonly hasPeople?: boolean;
}

const recordsSchema = z.array(z.looseObject({ slug: z.string(), summary: z.looseObject({ en: z.string() }) }));
const changedFiles = ['company', 'tool', 'technique', 'statistic'];

/** Writes the model and the data of a release below a directory; returns the value of `ATLAS_DIR`. */
export function writeRelease(parent: string, { version, hasHeadquarters, hasPeople }: Release): string {
  const directory = join(parent, version);
  mkdirSync(directory);
  if (hasPeople) followRecipe(directory);
  else
    for (const name of ['schema', 'data']) cpSync(join(packageRoot, name), join(directory, name), { recursive: true });
  change(directory, 'data/dataset.yaml', (text) => text.replace(/^version: .*$/m, `version: ${version}`));
  for (const file of changedFiles) {
    change(directory, `data/${file}.yaml`, (text) => {
      const records = recordsSchema.parse(parse(text));
      for (const { summary } of records) summary.en = `${summary.en} (${version})`;
      return stringify(records, { aliasDuplicateObjects: false });
    });
  }
  if (hasHeadquarters) addHeadquarters(directory);
  return directory;
}

function addHeadquarters(directory: string): void {
  const field = '"The city of its headquarters."\n  headquarters: String @filter @label(zh: "总部")\n  ';
  const next = '"The tools that the company develops."';
  change(directory, 'schema/company.graphql', (text) => replaceParts(text, [[next, field + next]]));
  const slug = '- slug: openai\n';
  const value = `${slug}  headquarters: San Francisco\n`;
  change(directory, 'data/company.yaml', (text) => replaceParts(text, [[slug, value]]));
}

function change(directory: string, file: string, replace: (text: string) => string): void {
  const path = join(directory, file);
  writeFileSync(path, replace(readFileSync(path, 'utf8')));
}
