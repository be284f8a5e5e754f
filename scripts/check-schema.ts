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
  fail(['The schema must stay compatible with existing clients. These changes break it:', ...list(breaking)]);
} else if (changes.length > 0) {
  fail(['api/schema.graphql is out of date. Run `npm run publish:schema` and commit it. Changes:', ...list(changes)]);
}
if (stale.length > 0) {
  const files = stale.map((name) => `  data/${name}`);
  fail(['These files do not match the model in schema/. Run `npm run publish:schema` and commit them:', ...files]);
}
