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
export interface FileRelation {
  readonly type: string;
  readonly status: string;
  /** Citations as `<chapter>.<paragraph>`, sorted. */
  readonly citations: readonly string[];
}

/** The graph of the data files. */
export type FilesGraph = MultiDirectedGraph<FileEntity, FileRelation>;

const entityRecords = z.array(z.object({ slug: z.string(), kind: z.string().optional() }));
const relationRecords = z.array(
  z.object({
    from: z.string(),
    to: z.string(),
    status: z.string().default('UNCHECKED'),
    citations: z.array(z.object({ chapter: z.number(), paragraph: z.number() })).default([]),
  }),
);

/** The entity types of ends that the files name only by slug; empty if the files name them by id. */
const endTypes: Readonly<Record<string, readonly [from: string, to: string]>> = {
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
  OWNED_BY: ['', 'Company'],
  EXCELS_AT: ['Domain', 'Technique'],
  SERVES: ['Company', 'Industry'],
  APPLIED_IN: ['', 'Stage'],
  ADDRESSES: ['', 'Challenge'],
  LEADS_TO: ['', 'Trend'],
  PRACTICED_IN: ['', 'Region'],
  PUBLISHED_BY: ['', 'Company'],
  STATED_IN: ['Statistic', 'Publication'],
};

function readFilesGraph(): FilesGraph {
  const graph: FilesGraph = new MultiDirectedGraph();
  const directory = join(packageRoot, 'data');
  for (const file of yamlFiles(directory).filter((name) => !['dataset.yaml', 'gaps.yaml'].includes(name))) {
    const name = basename(file, '.yaml');
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    for (const { slug, kind = null } of entityRecords.parse(readYaml(directory, file))) {
      graph.addNode(`${type}:${slug}`, { type, kind });
    }
  }
  for (const file of yamlFiles(join(directory, 'relation'))) addRelations(graph, join(directory, 'relation'), file);
  return graph;
}

function addRelations(graph: FilesGraph, directory: string, file: string): void {
  const type = basename(file, '.yaml').toUpperCase().replaceAll('-', '_');
  const [fromType = '', toType = ''] = endTypes[type] ?? [];
  for (const { from, to, status, citations } of relationRecords.parse(readYaml(directory, file))) {
    const sortedCitations = citations.toSorted((a, b) => a.chapter - b.chapter || a.paragraph - b.paragraph);
    graph.addDirectedEdgeWithKey(`${type}:${from}:${to}`, toId(fromType, from), toId(toType, to), {
      type,
      status,
      citations: sortedCitations.map(({ chapter, paragraph }) => `${chapter}.${paragraph}`),
    });
  }
}

function toId(type: string, text: string): string {
  return text.includes(':') ? text : `${type}:${text}`;
}

function yamlFiles(directory: string): string[] {
  return readdirSync(directory).filter((name) => name.endsWith('.yaml'));
}

function readYaml(directory: string, file: string): unknown {
  return parse(readFileSync(join(directory, file), 'utf8'));
}

/** The number of relations of an entity that are not refuted. */
export function degreeOf(graph: FilesGraph, id: string): number {
  return graph.filterEdges(id, (_edge, { status }) => status !== 'REFUTED').length;
}

/** The graph of the data files, read independently of the code under test. */
export const filesGraph = readFilesGraph();
