import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { csvRow } from '../graph/columns.js';
import { nodeRow, type Value } from '../graph/node-row.js';
import { linksOf } from '../graph/relation-row.js';
import type { Shape } from '../graph/shape.js';

const run = promisify(execFile);

// A join table repeats the sort key of its listed end, so that an index can serve sorted pages.
const tables = `
  CREATE TABLE company (id int PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL, kind text, sort_key text NOT NULL);
  CREATE TABLE tool (id int PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL, kind text, sort_key text NOT NULL);
  CREATE TABLE domain (id int PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL, kind text, sort_key text NOT NULL);
  CREATE TABLE region (id int PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL, kind text, sort_key text NOT NULL);
  CREATE TABLE company_tool (company_id int, tool_id int, sort_key text NOT NULL);
  CREATE TABLE tool_domain (tool_id int, domain_id int, sort_key text NOT NULL);
  CREATE TABLE company_region (company_id int, region_id int, sort_key text NOT NULL);`;

const indexes = `
  CREATE INDEX ON company (sort_key, id);
  ALTER TABLE company_tool ADD PRIMARY KEY (company_id, tool_id),
    ADD FOREIGN KEY (company_id) REFERENCES company, ADD FOREIGN KEY (tool_id) REFERENCES tool;
  ALTER TABLE tool_domain ADD PRIMARY KEY (tool_id, domain_id),
    ADD FOREIGN KEY (tool_id) REFERENCES tool, ADD FOREIGN KEY (domain_id) REFERENCES domain;
  ALTER TABLE company_region ADD PRIMARY KEY (company_id, region_id),
    ADD FOREIGN KEY (company_id) REFERENCES company, ADD FOREIGN KEY (region_id) REFERENCES region;
  CREATE INDEX ON company_tool (tool_id, sort_key, company_id);
  CREATE INDEX ON tool_domain (domain_id, sort_key, tool_id);
  CREATE INDEX ON company_region (company_id, sort_key, region_id);
  ANALYZE;`;

const entityTables = { company: 'Company', tool: 'Tool', domain: 'Domain', region: 'Region' } as const;

/** Loads the part of a synthetic graph that the requests to PostGraphile read. */
export async function loadPostgres(connectionString: string, shape: Shape): Promise<void> {
  await run('psql', [connectionString, '-v', 'ON_ERROR_STOP=1', '-c', tables]);
  for (const [table, type] of Object.entries(entityTables)) {
    await copyLines(connectionString, table, entityLines(shape, type));
  }
  await copyLines(connectionString, 'company_tool', joinLines(shape, 'Tool', 'DEVELOPS', 'from'));
  await copyLines(connectionString, 'tool_domain', joinLines(shape, 'Tool', 'BELONGS_TO', 'from'));
  await copyLines(connectionString, 'company_region', joinLines(shape, 'Company', 'LOCATED_IN', 'to'));
  await run('psql', [connectionString, '-v', 'ON_ERROR_STOP=1', '-c', indexes]);
}

async function copyLines(connectionString: string, table: string, lines: Iterable<string>): Promise<void> {
  const statement = `COPY ${table} FROM STDIN (FORMAT csv)`;
  const psql = spawn('psql', [connectionString, '-v', 'ON_ERROR_STOP=1', '-c', statement], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const exited = once(psql, 'exit');
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < 1 << 20) continue;
    if (!psql.stdin.write(chunk)) await once(psql.stdin, 'drain');
    chunk = '';
  }
  psql.stdin.end(chunk);
  const [code] = await exited;
  if (code !== 0) throw new Error(`psql failed to copy into ${table} with exit code ${code}; see its output above.`);
}

function* entityLines(shape: Shape, type: 'Company' | 'Tool' | 'Domain' | 'Region'): Generator<string> {
  for (let index = 0; index < shape[type]; index += 1) {
    const row = nodeRow(type, index);
    yield csvRow([index, row['slug'], row['name'], row['kind'], row['sortKey']]);
  }
}

type JoinedRelation = 'DEVELOPS' | 'BELONGS_TO' | 'LOCATED_IN';

/** The rows of a join table, with the sort key of the listed end. `at` is the type that generates the relations. */
function* joinLines(
  shape: Shape,
  sourceType: 'Tool' | 'Company',
  type: JoinedRelation,
  listedEnd: 'from' | 'to',
): Generator<string> {
  for (let index = 0; index < shape[sourceType]; index += 1) {
    for (const link of linksOf(shape, { type: sourceType, index })) {
      if (link.type !== type) continue;
      const sortKey: Value | undefined = nodeRow(link[listedEnd].type, link[listedEnd].index)['sortKey'];
      yield csvRow([link.from.index, link.to.index, sortKey]);
    }
  }
}
