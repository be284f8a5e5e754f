import { describe, expect, it } from 'vitest';
import { sendQuery } from '../commands/send-query.js';
import { waitForAddress, runAtlas } from '../setup/command-line.js';
import { scratchNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { followRecipe, recipeQuery, type Edit } from './follow-recipe.js';

describe('the recipe for a new entity type', () => {
  const neo4j = scratchNeo4j();
  const directory = createTemporaryDirectory();

  it('adds the type to the API, search, paths and exports', async () => {
    followRecipe(directory);
    const { uri, password } = neo4j.target;
    const command = runAtlas(['start', '--atlas', directory], { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0' });
    const address = await waitForAddress(command);
    expect(await sendQuery(address, recipeQuery)).toMatchObject({
      data: {
        people: {
          nodes: [
            {
              name: 'Ada Example',
              founded: 2015,
              companies: { nodes: [{ name: 'OpenAI', people: { totalCount: 1 } }] },
            },
          ],
        },
      },
    });
    expect(await sendQuery(address, verificationQuery)).toMatchObject({
      data: {
        person: { name: '艾达', citations: [] },
        search: { nodes: [{ id: 'Person:ada-example' }], types: [{ type: 'PERSON', count: 1 }] },
        suggest: [{ text: 'Ada Example', hint: 'Person · OpenAI' }],
        paths: [{ length: 2, relations: [{ id: 'WORKS_AT:ada-example:openai' }, { type: 'DEVELOPS' }] }],
        companies: { totalCount: 1 },
        model: {
          types: expect.arrayContaining([
            {
              type: 'PERSON',
              label: '人物',
              color: expect.stringMatching(/^#/),
              fields: [{ label: '创业年份' }, { label: 'companies' }],
            },
          ]),
          relationTypes: expect.arrayContaining([{ type: 'WORKS_AT', phrase: '任职于', inverse: '成员' }]),
        },
      },
    });
    const csvResponse = await fetch(`${address}/export/nodes.csv?entityTypes=PERSON`);
    expect(await csvResponse.text()).toMatch(/Person:ada-example[^]*Person:ben-example/);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });
});

const verificationQuery = `{
  person(slug: "ada-example") { name(lang: ZH) citations { chapter } }
  search(text: "ada example") { nodes { id } types { type count } }
  suggest(prefix: "ada ex", first: 1) { text hint }
  paths(from: "Person:ada-example", to: "Tool:chatgpt") { length relations { id type } }
  companies(where: { name: { eq: "openai" } }) { totalCount }
  model {
    types { type label(lang: ZH) color fields { label(lang: ZH) } }
    relationTypes { type phrase(lang: ZH) inverse(lang: ZH) }
  }
}`;

describe('the check command rejects', () => {
  const errorCases: readonly (readonly [string, Edit, RegExp])[] = [
    [
      'a schema file that is not valid GraphQL',
      { file: 'person', oldText: 'type Person', newText: 'type' },
      /person\.graphql:2: expected a model in GraphQL/,
    ],
    [
      'a missing description',
      { file: 'person', oldText: '"The people who work at it."', newText: '' },
      /person\.graphql:\d+: Company\.people: expected a description above the field/,
    ],
    [
      'a missing inverse field',
      {
        file: 'person',
        oldText: 'people: [Person!]! @relationship(type: WORKS_AT)',
        newText: 'staff: Int @label(zh: "人数")',
      },
      /Person\.companies: expected a field of Company that follows WORKS_AT back to Person/,
    ],
    [
      'an unknown relation type',
      { file: 'person', oldText: 'type: WORKS_AT', newText: 'type: WORKS_FOR' },
      /Person\.companies: expected @relationship\(type:\) to be one of DEVELOPS, .*, found WORKS_FOR/,
    ],
    [
      'a missing Chinese label',
      { file: 'person', oldText: ', zh: "人物"', newText: '' },
      /person\.graphql:2: Person: expected a Chinese text for each English one, .* found only "person"/,
    ],
    [
      'a plural that another type has',
      { file: 'person', oldText: '"people"', newText: '"companies"' },
      /Person: expected unique root fields: choose another name or plural, found the root field companies, which Company already has/,
    ],
    [
      'an unknown target type',
      { file: 'relation', oldText: '[COMPANY]', newText: '[FIRM]' },
      /relation-types\.graphql:\d+: RelationType\.WORKS_AT: expected @relation\(to:\) to be one of .*COMPANY, .*, found FIRM/,
    ],
    [
      'a missing Chinese phrase',
      { file: 'relation', oldText: ', zh: "任职于", inverseZh: "成员"', newText: '' },
      /RelationType\.WORKS_AT: expected a Chinese text for each English one/,
    ],
    [
      'an unknown field in a record',
      { file: 'people', oldText: 'founded: 2015', newText: 'foundedIn: 2015' },
      /person\.yaml:\d+: Person:ada-example: foundedIn: expected only the fields .*founded/,
    ],
    [
      'a value out of range',
      { file: 'people', oldText: 'founded: 2015', newText: 'founded: 1015' },
      /person\.yaml:4: Person:ada-example: founded: expected a value that must be >= 1900.*found 1015/,
    ],
    [
      'a value of the wrong type',
      { file: 'people', oldText: 'founded: 2015', newText: 'founded: soon' },
      /Person:ada-example: founded: expected a value of type integer.*found "soon"/,
    ],
    [
      'a duplicate slug',
      { file: 'people', oldText: 'slug: ben-example', newText: 'slug: ada-example' },
      /person\.yaml:\d+: Person:ada-example: slug: expected a unique slug/,
    ],
    [
      'a relation to a missing record',
      { file: 'works', oldText: 'to: openai', newText: 'to: open-ai' },
      /works-at\.yaml:2: WORKS_AT:ada-example:open-ai: to: expected an existing Company, found "open-ai", which does not exist/,
    ],
    [
      'a curated relation without references',
      {
        file: 'works',
        oldText: 'references: [{ title: Page, publisher: Site, url: https://example.org, retrievedOn: 2026-11-29 }]',
        newText: '',
      },
      /works-at\.yaml:\d+: WORKS_AT:ada-example:openai: references: expected this field/,
    ],
  ];

  it.each(errorCases)('%s', async (_name, edit, expected) => {
    const directory = createTemporaryDirectory();
    followRecipe(directory, edit);
    const command = runAtlas(['check', '--atlas', directory]);
    expect(await command.ended).toBe(3);
    expect(command.errors()).toMatch(expected);
  });

  it('none of the files as the recipe has them', async () => {
    const directory = createTemporaryDirectory();
    followRecipe(directory);
    const command = runAtlas(['check', '--atlas', directory]);
    expect(await command.ended, command.errors()).toBe(0);
  });
});
