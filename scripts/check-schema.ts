import { buildSchema } from '../src/schema.js';
import { changesSincePublished, isBreaking } from './published-schema.js';

const changes = await changesSincePublished(buildSchema());
const breaking = changes.filter(isBreaking);
const say = (lines: readonly string[]): void => void process.stderr.write(`${lines.join('\n')}\n`);
const list = (of: typeof changes): string[] => of.map(({ message }) => `  ${message}`);

if (breaking.length > 0) {
  say(['The schema must go on answering what clients ask today; these changes break them:', ...list(breaking)]);
  process.exitCode = 1;
} else if (changes.length > 0) {
  say(['api/schema.graphql must show the schema as it is. Run `npm run publish:schema` and commit:', ...list(changes)]);
  process.exitCode = 1;
}
