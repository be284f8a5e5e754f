import { beforeEach, describe, expect, it } from 'vitest';
import { operationNames } from '../operations/read-operation.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { HeldDatabase } from './held-database.js';
import { describeInterpretedOperations } from './interpreted-operations.js';

const neo4j = sharedNeo4j();
const compileAfter = 3;
const held = new HeldDatabase(() => neo4j.database);
const { sent } = held;
const database = () => held.database;
const interpreting = listen(database, { read: { cache: false, compileAfter: 1_000_000 } });
const both = listen(database, { read: { cache: false, compileAfter } });

const texts = (): string[] => sent.map(({ text }) => text);

beforeEach(() => {
  sent.length = 0;
});

describe('What is not asked often', () => {
  it('is answered by a statement that other selections share', async () => {
    await interpreting.ask('{ company(slug: "openai") { name tools(first: 2) { nodes { name kind } } } }');
    await interpreting.ask('{ company(slug: "baidu") { slug kind regions(first: 9) { nodes { level } } } }');
    await interpreting.ask('query ($n: Int) { company(slug: "ibm") { domains(first: $n) { nodes { id } } } }', {
      n: 4,
    });
    await interpreting.ask(
      '{ company(slug: "adobe") { ...a } } fragment a on Company { it: tools { nodes { slug } } }',
    );
    await interpreting.ask('{ domain(slug: "music") { tools(first: 1) { nodes { name } } } }');
    expect(new Set(texts()).size).toBe(1);
    expect(texts()).toHaveLength(5);
  });

  it('travels together with what asks for something else', async () => {
    const ask = (fields: string): Promise<unknown> => interpreting.ask(`{ tool(slug: "dall-e") { ${fields} } }`);
    // More than may be under way in batches of one, be they slow.
    const selections = ['name', 'slug', 'kind', 'summary', 'id', 'name slug', 'name kind', 'slug kind', 'id kind'];
    selections.push('id name', 'id slug', 'id summary');
    for (const fields of selections) await ask(fields);
    const together = await held.together(interpreting, () => selections.map(ask));
    expect(texts().length).toBeLessThan(selections.length);
    expect(together).toEqual(await Promise.all(selections.map(ask)));
    expect(together[5]).toEqual({ tool: { name: 'DALL-E', slug: 'dall-e' } });
  });

  it('shares a statement with few others where it asks for much', async () => {
    const much = 'tools(first: 100) { nodes { domains(first: 100) { nodes { name } } } }';
    const ask = (slug: string): Promise<unknown> => interpreting.ask(`{ company(slug: "${slug}") { ${much} } }`);
    const slugs = ['openai', 'baidu', 'google', 'adobe', 'nvidia', 'ibm', 'tencent', 'alibaba'];
    for (const slug of slugs) await ask(slug);
    await held.together(interpreting, () => slugs.map(ask));
    expect(texts()).toHaveLength(slugs.length);
  });
});

describeInterpretedOperations(operationNames().filter((_name, index) => index % 4 === 0));

describe('What is asked often', () => {
  it('gets a statement of its own', async () => {
    const query =
      '{ company(slug: "openai") { name tools(first: 3) { nodes { name companies { nodes { slug } } } } } }';
    const answers: unknown[] = [];
    for (let time = 0; time < 6; time += 1) answers.push(await both.ask(query));
    const isInterpreted = texts().map((text) => text.includes('.leaves'));
    expect(isInterpreted).toEqual([true, true, true, false, false, false]);
    expect(answers).toEqual(answers.map(() => answers[0]));
  });

  it('does not wait while Neo4j plans that statement', async () => {
    const query = '{ domain(slug: "music") { slug tools(first: 4) { nodes { kind } } } }';
    for (let time = 0; time < compileAfter; time += 1) await both.ask(query);
    held.hold(({ text }) => text.includes(':BELONGS_TO'));
    const first = both.ask(query);
    await expect.poll(() => texts().filter((text) => text.includes(':BELONGS_TO'))).toHaveLength(1);
    // They are answered while it is still held.
    const meanwhile = await Promise.all([both.ask(query), both.ask(query)]);
    held.release();
    expect(await first).toEqual(meanwhile[0]);
    sent.length = 0;
    await both.ask(query);
    expect(texts()[0]).toContain(':BELONGS_TO');
  });

  it('gets one at once where nothing of it can be interpreted', async () => {
    const query = '{ company(slug: "openai") { tools(where: { slug: { eq: "dall-e" } }) { totalCount } } }';
    await both.ask(query);
    expect(texts()).toEqual([expect.not.stringContaining('.leaves')]);
  });
});
