import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/commands/check.js';
import { runAtlas } from '../setup/command-line.js';
import { scratchNeo4j } from '../setup/databases.js';
import { entity, recordOf, writeDataset } from './small-dataset.js';
import { readGraph } from './stored-graph.js';

const neo4j = scratchNeo4j();

interface CommandResult {
  readonly code: number | string;
  readonly output: string;
}

/** Runs `aigc-atlas` with these arguments and this file's Neo4j. */
async function run(...args: string[]): Promise<CommandResult> {
  const { uri, username, password } = neo4j.target;
  const command = runAtlas(args, { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
  return { code: await command.ended, output: command.output() + command.errors() };
}

describe('aigc-atlas check', () => {
  it('reports no problem for valid data and exits with 0', async () => {
    const dir = await writeDataset();
    expect(await run('check', dir)).toEqual({
      code: 0,
      output: expect.stringContaining(`14 entities and 8 relations in ${dir}: no problem found.`),
    });
  });

  it('reports every problem of invalid data and exits with 3', async () => {
    const dir = await writeDataset((files) => {
      recordOf(files, 'tool', 'dall-e')['kind'] = 'TOY';
      recordOf(files, 'company', 'openai')['citations'] = [{ chapter: 9, paragraph: 9 }];
    });
    const { code, output } = await run('check', dir);
    expect(code).toBe(3);
    expect(output).toContain('The data have 2 problems; correct and try again:');
    expect(output).toContain(`${dir}/tool.yaml:10: Tool:dall-e: kind: expected one of MODEL`);
    expect(output).toContain(
      `${dir}/company.yaml:8: Company:openai: citations[0]: expected a paragraph of section.yaml`,
    );
    expect(output).not.toContain(' at ');
  });

  it('with --article reports every citation whose paragraph does not name its entity and exits with 3', async () => {
    const dir = await writeDataset();
    const article = join(dir, 'article.txt');
    await writeFile(article, '\n\nNothing of note.\n\nNothing.\n\n\n\nNothing.\n');
    const { code, output } = await run('check', dir, '--article', article);
    expect(code).toBe(3);
    expect(output).toContain(
      'Company:openai: citations[0]: expected a paragraph or heading that names "OpenAI", found',
    );
  });

  it('reports that the article does not exist', async () => {
    const dir = await writeDataset();
    const article = join(dir, 'no-article.txt');
    await expect(check({ dir, article, print: () => undefined })).rejects.toThrow(
      /The article was expected at .*no-article.txt.*Correct --article/,
    );
  });

  it("accepts the project's own data", async () => {
    const lines: string[] = [];
    await check({ print: (line) => lines.push(line) });
    expect(lines).toEqual([expect.stringMatching(/no problem found\.$/)]);
  });
});

describe('aigc-atlas load', () => {
  it('reports the changes in a dry run, applies them, and then has nothing to do', async () => {
    const dir = await writeDataset((files) => files['trend']?.push(entity('growth')));
    const dry = await run('load', dir, '--dry-run');
    expect(dry).toMatchObject({ code: 4, output: expect.stringContaining('+ Trend:growth\n') });
    expect(dry.output).toContain('Nodes: 16 to add.');
    expect(await readGraph(neo4j.database)).toEqual({ nodes: [], relations: [] });
    const loaded = await run('load', dir);
    expect(loaded).toMatchObject({ code: 0, output: expect.stringContaining('matches the data files: 15 entities') });
    const repeated = await run('load', dir);
    expect(repeated).toMatchObject({ code: 0, output: expect.stringContaining('Nothing to do') });
  });

  it('rejects invalid data, leaves the graph unchanged and exits with 3', async () => {
    const before = await readGraph(neo4j.database);
    const dir = await writeDataset((files) => delete recordOf(files, 'tool', 'dall-e')['slug']);
    const rejected = await run('load', dir);
    expect(rejected).toMatchObject({
      code: 3,
      output: expect.stringContaining('tool.yaml:1: record 1: slug: expected'),
    });
    expect(await readGraph(neo4j.database)).toEqual(before);
  });
});
