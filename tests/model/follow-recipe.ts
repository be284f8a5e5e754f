import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { readProjectFile } from '../house/project-files.js';

const page = readProjectFile('CONTRIBUTING.md').split('## A new type of entity')[1] ?? '';

/** The code samples of the recipe: the contents of four files, then the query. */
const [person = '', relation = '', people = '', works = '', query = ''] = [
  ...page.matchAll(/^( *)```\w+\n([\s\S]*?)^ *```$/gm),
].map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));

/** The query that ends the recipe. */
export const question = query;

/** A replacement of text in one of the four files. */
export interface Change {
  readonly file: 'person' | 'relation' | 'people' | 'works';
  readonly what: string;
  readonly instead: string;
}

/** Copies the project's model and data to a directory, and adds the type of the recipe. */
export function followRecipe(folder: string, change?: Change): void {
  for (const name of ['schema', 'data']) cpSync(join(packageRoot, name), join(folder, name), { recursive: true });
  const texts = { person, relation, people, works };
  if (change) {
    expect(texts[change.file]).toContain(change.what);
    texts[change.file] = texts[change.file].replace(change.what, change.instead);
  }
  writeFileSync(join(folder, 'schema', 'person.graphql'), texts.person);
  const relationTypes = join(folder, 'schema', 'relation-types.graphql');
  writeFileSync(relationTypes, readFileSync(relationTypes, 'utf8').replace(/\}\s*$/, ''));
  appendFileSync(relationTypes, `${texts.relation}}\n`);
  writeFileSync(join(folder, 'data', 'person.yaml'), texts.people);
  writeFileSync(join(folder, 'data', 'relation', 'works-at.yaml'), texts.works);
}
