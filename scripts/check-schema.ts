import { join } from 'node:path';
import { projectModel } from '../src/model/project-model.js';
import { packageRoot } from '../src/paths.js';
import { buildSchema } from '../src/schema.js';
import { changesSincePublished, isBreaking } from './published-schema.js';
import { staleDataSchemas } from './write-data-schemas.js';

const changes = await changesSincePublished(buildSchema());
const breakingChanges = changes.filter(isBreaking);
const staleFiles = await staleDataSchemas(projectModel(), join(packageRoot, 'data'));
const listMessages = (listed: typeof changes): string[] => listed.map(({ message }) => `  ${message}`);

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

if (breakingChanges.length > 0) {
  fail([
    'The schema must stay compatible with existing clients. These changes break it:',
    ...listMessages(breakingChanges),
  ]);
} else if (changes.length > 0) {
  fail([
    'api/schema.graphql is out of date. Run `npm run publish:schema` and commit it. Changes:',
    ...listMessages(changes),
  ]);
}
if (staleFiles.length > 0) {
  const files = staleFiles.map((name) => `  data/${name}`);
  fail(['These files do not match the model in schema/. Run `npm run publish:schema` and commit them:', ...files]);
}
