import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { readProjectFile } from '../conventions/project-files.js';

const recipe = readProjectFile('CONTRIBUTING.md').split('## A new type of entity')[1] ?? '';

/** The code samples of the recipe: the contents of four files, then the query. */
const [person = '', relation = '', people = '', works = '', query = ''] = [
  ...recipe.matchAll(/^( *)```\w+\n([\s\S]*?)^ *```$/gm),
].map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));

/** The query that ends the recipe. */
export const recipeQuery = query;

/** A replacement of text in one of the four files. */
export interface Edit {
  readonly file: 'person' | 'relation' | 'people' | 'works';
  readonly oldText: string;
  readonly newText: string;
}

/** Copies the project's model and data to a directory, and adds the type of the recipe. */
export function followRecipe(directory: string, edit?: Edit): void {
  for (const name of ['schema', 'data']) cpSync(join(packageRoot, name), join(directory, name), { recursive: true });
  const texts = { person, relation, people, works };
  if (edit) {
    expect(texts[edit.file]).toContain(edit.oldText);
    texts[edit.file] = texts[edit.file].replace(edit.oldText, edit.newText);
  }
  writeFileSync(join(directory, 'schema', 'person.graphql'), texts.person);
  const relationTypes = join(directory, 'schema', 'relation-types.graphql');
  writeFileSync(relationTypes, readFileSync(relationTypes, 'utf8').replace(/\}\s*$/, ''));
  appendFileSync(relationTypes, `${texts.relation}}\n`);
  writeFileSync(join(directory, 'data', 'person.yaml'), texts.people);
  writeFileSync(join(directory, 'data', 'relation', 'works-at.yaml'), texts.works);
}
