import { drawsOf } from '../graph/random.js';
import { onlyRow } from './answer.js';
import { makeUpFields, writeFields, type Field, type WriteList } from './operation.js';
import type { Case, WorkItem } from './work-item.js';

const operations = 200;
const requests = 1_000;

const roots = ['company', 'tool', 'domain', 'region'] as const;
type Root = (typeof roots)[number];
const plurals = { company: 'companies', tool: 'tools', domain: 'domains', region: 'regions' } as const;

// Our server includes companies in parts of a region unless `within` is false.
const ours: WriteList = ({ name, of, first }, selection) =>
  `${name}(first: ${first}${of === 'region' ? ', within: false' : ''}) { nodes { ${selection} } }`;
const dataloader: WriteList = ({ name, first }, selection) => `${name}(first: ${first}) { ${selection} }`;
const neo4jGraphql: WriteList = ({ name, first }, selection) =>
  `${name}(limit: ${first}, sort: [{ sortKey: ASC }]) { ${selection} }`;

/** 200 new operations, each requested about five times. */
export const mix: WorkItem = {
  name: 'mix',
  title: 'mix of 200 operations, cold',
  cold: true,
  cases({ sample }, round) {
    const made = makeUpOperations(round);
    const draws = drawsOf(9, round);
    return Array.from({ length: requests }, () => {
      const { root, fields } = made[draws.below(made.length)] ?? { root: 'company' as const, fields: [] };
      const slugs = sample[plurals[root]];
      return caseOf(root, fields, slugs[draws.below(slugs.length)] ?? '');
    });
  },
  answer: (_server, data) => onlyRow(data),
};

interface Operation {
  readonly root: Root;
  readonly fields: readonly Field[];
}

function makeUpOperations(round: number): Operation[] {
  const made = new Map<string, Operation>();
  for (let attempt = 0; made.size < operations; attempt += 1) {
    const draws = drawsOf(1_000 + round, attempt);
    const root = draws.pick(roots);
    const fields = makeUpFields(root, draws);
    made.set(`${root} ${writeFields(fields, ours)}`, { root, fields });
  }
  return [...made.values()];
}

function caseOf(root: Root, fields: readonly Field[], slug: string): Case {
  const variables = { slug };
  const bySlug = (writeList: WriteList): string =>
    `query ($slug: String!) { ${root}(slug: $slug) { ${writeFields(fields, writeList)} } }`;
  const filtered = `${plurals[root]}(where: { slug: { eq: $slug } }) { ${writeFields(fields, neo4jGraphql)} }`;
  return {
    requests: {
      ours: { query: bySlug(ours), variables },
      dataloader: { query: bySlug(dataloader), variables },
      'neo4j-graphql': { query: `query ($slug: String!) { ${filtered} }`, variables },
    },
  };
}
