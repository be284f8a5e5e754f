import { createRandom } from '../graph/random.js';
import { singleRow } from './normalize.js';
import { generateFields, formatFields, type Field, type FormatList } from './operation.js';
import type { Case, WorkItem } from './work-item.js';

const operationCount = 200;
const requestCount = 1_000;

const roots = ['company', 'tool', 'domain', 'region'] as const;
type Root = (typeof roots)[number];
const plurals = { company: 'companies', tool: 'tools', domain: 'domains', region: 'regions' } as const;

// Our server includes companies in parts of a region unless `within` is false.
const ours: FormatList = ({ name, parentType, first }, selection) =>
  `${name}(first: ${first}${parentType === 'region' ? ', within: false' : ''}) { nodes { ${selection} } }`;
const dataloader: FormatList = ({ name, first }, selection) => `${name}(first: ${first}) { ${selection} }`;
const neo4jGraphql: FormatList = ({ name, first }, selection) =>
  `${name}(limit: ${first}, sort: [{ sortKey: ASC }]) { ${selection} }`;

/** 200 new operations, each requested about five times. */
export const mix: WorkItem = {
  name: 'mix',
  title: 'mix of 200 operations, cold',
  isCold: true,
  cases({ sample }, round) {
    const operations = generateOperations(round);
    const random = createRandom(9, round);
    return Array.from({ length: requestCount }, () => {
      const { root, fields } = operations[random.integerBelow(operations.length)] ?? {
        root: 'company' as const,
        fields: [],
      };
      const slugs = sample[plurals[root]];
      return caseOf(root, fields, slugs[random.integerBelow(slugs.length)] ?? '');
    });
  },
  normalize: (_server, data) => singleRow(data),
};

interface Operation {
  readonly root: Root;
  readonly fields: readonly Field[];
}

function generateOperations(round: number): Operation[] {
  const operations = new Map<string, Operation>();
  for (let attempt = 0; operations.size < operationCount; attempt += 1) {
    const random = createRandom(1_000 + round, attempt);
    const root = random.pick(roots);
    const fields = generateFields(root, random);
    operations.set(`${root} ${formatFields(fields, ours)}`, { root, fields });
  }
  return [...operations.values()];
}

function caseOf(root: Root, fields: readonly Field[], slug: string): Case {
  const variables = { slug };
  const bySlug = (formatList: FormatList): string =>
    `query ($slug: String!) { ${root}(slug: $slug) { ${formatFields(fields, formatList)} } }`;
  const filterField = `${plurals[root]}(where: { slug: { eq: $slug } }) { ${formatFields(fields, neo4jGraphql)} }`;
  return {
    requests: {
      ours: { query: bySlug(ours), variables },
      dataloader: { query: bySlug(dataloader), variables },
      'neo4j-graphql': { query: `query ($slug: String!) { ${filterField} }`, variables },
    },
  };
}
