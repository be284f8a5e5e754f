import type { EntityTypeName as EntityType, RelationTypeName as RelationType } from '../../src/generated/resolvers.js';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { atlasLabel } from '../../src/shared/atlas-label.js';
import { allTypes, csvName, csvRow, nodeColumns, relationColumns, type Column } from './columns.js';
import { nodeRow } from './node-row.js';
import { linksOf, relationRow, type RelationRow } from './relation-row.js';
import { firstOf, type Shape } from './shape.js';

const maxChunkLength = 1 << 20;

/** Writes the graph as CSV files for Neo4j's importer. Returns the number of rows. */
export async function writeCsvFiles(shape: Shape, directory: string): Promise<number> {
  const relations = new Map(
    allTypes.relations.map((type): [RelationType, ChunkWriter] => [
      type,
      openCsvFile(directory, type, relationHeader()),
    ]),
  );
  let rows = 0;
  for (const type of allTypes.nodes) {
    const nodes = openCsvFile(directory, type, nodeHeader(type));
    for (let index = 0; index < shape[type]; index += 1) {
      await nodes.write(nodeLine(shape, type, index));
      const links = linksOf(shape, { type, index });
      for (const link of links) await relations.get(link.type)?.write(relationLine(shape, relationRow(link)));
      rows += 1 + links.length;
    }
    await nodes.close();
  }
  for (const file of relations.values()) await file.close();
  return rows;
}

interface ChunkWriter {
  write(line: string): Promise<void> | undefined;
  close(): Promise<void>;
}

// Buffers lines into large chunks: one write per line would cost more than generating the line.
function openCsvFile(directory: string, type: EntityType | RelationType, header: string): ChunkWriter {
  const stream = createWriteStream(join(directory, csvName(type)));
  let chunk = header;
  return {
    write(line) {
      chunk += line;
      if (chunk.length < maxChunkLength) return undefined;
      const fullChunk = chunk;
      chunk = '';
      return flush(stream, fullChunk);
    },
    async close() {
      stream.end(chunk);
      await once(stream, 'close');
    },
  };
}

async function flush(stream: WriteStream, chunk: string): Promise<void> {
  if (!stream.write(chunk)) await once(stream, 'drain');
}

function nodeHeader(type: EntityType): string {
  return csvRow([':ID', ...nodeColumns(type).map(formatHeader), ':LABEL']);
}

function relationHeader(): string {
  return csvRow([':START_ID', ':END_ID', ...relationColumns.map(formatHeader)]);
}

function formatHeader({ property, type }: Column): string {
  return `${property}:${type}`;
}

function nodeLine(shape: Shape, type: EntityType, index: number): string {
  const row = nodeRow(type, index);
  const values = nodeColumns(type).map(({ property }) => row[property]);
  return csvRow([firstOf(shape, type) + index, ...values, `${atlasLabel}|Entity|${type}`]);
}

function relationLine(shape: Shape, relation: RelationRow): string {
  const nodeNumber = ({ type, index }: RelationRow['from']): number => firstOf(shape, type) + index;
  const { id, basis, status, citations } = relation;
  const marks = [atlasLabel, atlasLabel];
  return csvRow([nodeNumber(relation.from), nodeNumber(relation.to), ...marks, id, basis, status, citations]);
}
