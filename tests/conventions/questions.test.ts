import { join } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { parseLeadingComment } from '../../web/read-operation.js';
import { listOperationNames, readOperation } from '../operations/read-operation.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

const introduction = `# Questions

The GraphQL operations in [operations](../operations), with their responses for the default variables. The playground opens each of them, and they are the [persisted operations](api.md#persisted-operations) of the server. Lists show their first two items, and lists within lists the first one. \`npm run document\` writes this page.
`;

/** Replaces all but the first items of each list with their number; lists within lists keep one item. */
function shortenLists(value: unknown, maxItems = 2): unknown {
  if (Array.isArray(value)) {
    const items = value.slice(0, maxItems).map((item) => shortenLists(item, 1));
    return value.length > maxItems ? [...items, `… ${value.length - maxItems} more`] : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shortenLists(member, maxItems)]));
}

async function printQuestion(name: string): Promise<string> {
  const operation = readOperation(name);
  const [title = '', ...description] = parseLeadingComment(operation).filter((line) => !line.startsWith('zh:'));
  const response = JSON.stringify(shortenLists(await api.query(operation)));
  const json = await format(response, { parser: 'json', printWidth: 120 });
  const link = `[${name}.graphql](../operations/${name}.graphql)`;
  return `## ${title}\n\n${description.join(' ')} ${link}\n\n\`\`\`json\n${json}\`\`\`\n`;
}

it('docs/questions.md has every operation with its response', async () => {
  const questions = await Promise.all(listOperationNames().toSorted().map(printQuestion));
  await expect([introduction, ...questions].join('\n')).toMatchFileSnapshot(join(packageRoot, 'docs', 'questions.md'));
});
