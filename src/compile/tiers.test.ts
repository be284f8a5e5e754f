import { getOperationAST, parse, type GraphQLResolveInfo } from 'graphql';
import { expect, it } from 'vitest';
import { entries } from '../entries.js';
import { buildPlainSchema } from '../schema.js';
import { verbatimRun } from '../read/verbatim.js';
import { Tiers } from './tiers.js';

const row = [[['openai']]];

/** What the resolver of a root field is told. */
function infoOf(text: string): GraphQLResolveInfo {
  const document = parse(text);
  const operation = getOperationAST(document, null);
  let found: GraphQLResolveInfo | undefined;
  const run = operation && verbatimRun(buildPlainSchema(), document, operation);
  void run?.({ readVerbatim: (info) => ((found = info), undefined) }, {});
  if (!found) throw new Error(`${text} must have one root field.`);
  return found;
}

it('A question is interpreted some times, then once by a statement of its own, until that has been answered', () => {
  const tiers = new Tiers(entries, 2);
  const info = infoOf('{ company(slug: "openai") { slug } }');
  const plans = Array.from({ length: 7 }, () => tiers.next(info));
  expect(plans.map(({ isInterpreted }) => isInterpreted)).toEqual([true, true, false, true, true, false, true]);
  plans[5]?.read(['openai']);
  expect([tiers.next(info), tiers.next(info)].map(({ isInterpreted }) => isInterpreted)).toEqual([false, false]);
});

it('A question reads the same by either statement', () => {
  const tiers = new Tiers(entries, 1);
  const info = infoOf('{ company(slug: "openai") { slug } }');
  expect(tiers.next(info).read(row)).toEqual({ slug: 'openai' });
  expect(tiers.next(info).read(['openai'])).toEqual({ slug: 'openai' });
});

it('A question is never interpreted where that is not wanted, or where nothing of it can be', () => {
  const info = infoOf('{ company(slug: "openai") { slug } }');
  expect(new Tiers(entries, 0).next(info).isInterpreted).toBe(false);
  const tiers = new Tiers(entries, 2);
  const counting = infoOf('{ company(slug: "openai") { tools { totalCount } } }');
  const plan = tiers.next(counting);
  expect(plan.isInterpreted).toBe(false);
  expect(tiers.next(counting)).toBe(plan);
});
