import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../neo4j/database.js';
import { createFileStatement } from '../neo4j/cypher-file.js';
import type { SchemaItem } from './neo4j-schema.js';
import { parseSchema, type CurrentSchemaItem } from './schema-diff.js';

/** How often the schema is read while the same constraint seems to be created by another load, and the delay between. */
const [maxSchemaReads, schemaReadDelayMs] = [6, 200];

/** Reads the constraints and indexes, after waiting for a constraint that another load is creating. */
export async function readSchema(database: Database, declared: readonly SchemaItem[]): Promise<CurrentSchemaItem[]> {
  let lastName: string | undefined;
  for (let count = 1; ; count += 1) {
    const [constraints, indexes] = await Promise.all([
      database.read(createFileStatement('dataset/read-constraints')),
      database.read(createFileStatement('dataset/read-indexes')),
    ]);
    const current = parseSchema(constraints, indexes);
    const name = declared.find((item) => isBeingCreated(item, current))?.name;
    if (name !== lastName) count = 1;
    if (name === undefined || count === maxSchemaReads) return current;
    lastName = name;
    await delay(schemaReadDelayMs);
  }
}

// Neo4j creates the index of a constraint before the constraint, with the same name.
function isBeingCreated(item: SchemaItem, current: readonly CurrentSchemaItem[]): boolean {
  const { name, type, labelsOrTypes, properties } = item;
  const index = current.find((candidate) => candidate.name === name);
  if (type !== 'UNIQUENESS' || index?.kind !== 'index') return false;
  return isDeepStrictEqual([index.labelsOrTypes, index.properties], [labelsOrTypes, properties]);
}
