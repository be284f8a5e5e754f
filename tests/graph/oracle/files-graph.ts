import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../../src/paths.js';

/** The attributes of an entity. */
export interface FileEntity {
  readonly type: string;
  readonly kind: string | null;
}

/** The attributes of a relation. */
export interface FileFact {
  readonly type: string;
  readonly status: string;
  /** Citations as `<chapter>.<paragraph>`, sorted. */
  readonly citations: readonly string[];
}

/** The graph of the data files. */
export type FilesGraph = MultiDirectedGraph<FileEntity, FileFact>;

const entities = z.array(z.object({ slug: z.string(), kind: z.string().optional() }));
const facts = z.array(
  z.object({
    from: z.string(),
    to: z.string(),
    status: z.string().default('UNCHECKED'),
    citations: z.array(z.object({ chapter: z.number(), paragraph: z.number() })).default([]),
  }),
);

/** The entity types of ends that the files name only by slug; empty if the files name them by id. */
const bareEnds: Readonly<Record<string, readonly [from: string, to: string]>> = {
  DEVELOPS: ['Company', 'Tool'],
  BELONGS_TO: ['Tool', 'Domain'],
  LOCATED_IN: ['Company', 'Region'],
  FOCUSES_ON: ['Company', 'Domain'],
  OPERATES_IN: ['Company', ''],
  FEEDS: ['Tier', 'Tier'],
  USES: ['', 'Technique'],
  APPLIES_TO: ['', 'Industry'],
  EMERGED_IN: ['', 'Stage'],
  FOLLOWED_BY: ['Stage', 'Stage'],
  ENABLES: ['Tool', 'Opportunity'],
  RAISES: ['', 'Challenge'],
  MEASURES: ['Statistic', ''],
};

function readFilesGraph(): FilesGraph {
  const graph: FilesGraph = new MultiDirectedGraph();
  const folder = join(packageRoot, 'data');
  for (const file of yamlFiles(folder).filter((name) => name !== 'dataset.yaml')) {
    const name = basename(file, '.yaml');
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    for (const { slug, kind = null } of entities.parse(read(folder, file))) {
      graph.addNode(`${type}:${slug}`, { type, kind });
    }
  }
  for (const file of yamlFiles(join(folder, 'relation'))) addFacts(graph, join(folder, 'relation'), file);
  return graph;
}

function addFacts(graph: FilesGraph, folder: string, file: string): void {
  const type = basename(file, '.yaml').toUpperCase().replaceAll('-', '_');
  const [fromType = '', toType = ''] = bareEnds[type] ?? [];
  for (const { from, to, status, citations } of facts.parse(read(folder, file))) {
    const places = citations.toSorted((a, b) => a.chapter - b.chapter || a.paragraph - b.paragraph);
    graph.addDirectedEdgeWithKey(`${type}:${from}:${to}`, idOf(fromType, from), idOf(toType, to), {
      type,
      status,
      citations: places.map(({ chapter, paragraph }) => `${chapter}.${paragraph}`),
    });
  }
}

function idOf(type: string, text: string): string {
  return text.includes(':') ? text : `${type}:${text}`;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml'));
}

function read(folder: string, file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8'));
}

/** The graph of the data files, read independently of the code under test. */
export const filesGraph = readFilesGraph();
