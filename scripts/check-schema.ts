import { join } from 'node:path';
import { projectModel } from '../src/model/project-model.js';
import { packageRoot } from '../src/paths.js';
import { buildSchema } from '../src/schema.js';
import { changesSincePublished, isBreaking } from './published-schema.js';
import { staleDataSchemas } from './write-data-schemas.js';

const changes = await changesSincePublished(buildSchema());
const breaking = changes.filter(isBreaking);
const stale = await staleDataSchemas(projectModel(), join(packageRoot, 'data'));
const list = (of: typeof changes): string[] => of.map(({ message }) => `  ${message}`);

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

if (breaking.length > 0) {
  fail(['The schema must go on answering what clients ask today; these changes break them:', ...list(breaking)]);
} else if (changes.length > 0) {
  fail([
    'api/schema.graphql must show the schema as it is. Run `npm run publish:schema` and commit:',
    ...list(changes),
  ]);
}
if (stale.length > 0) {
  const files = stale.map((name) => `  data/${name}`);
  fail(['These files must say what the model in schema/ says. Run `npm run publish:schema` and commit:', ...files]);
}
