import { z } from 'zod';
import { AtlasError } from '../errors.js';
import type { Database, Statement } from '../neo4j/database.js';
import type { Model } from '../model/model.js';
import type { OnProgress } from '../shared/progress.js';
import type { CurrentState } from './current-state.js';
import { createStatement, datasetId, declaredNames, neo4jSchema } from './neo4j-schema.js';
import { type CurrentItem, diffSchema, isSameSchema, parseSchema, type SchemaDiff } from './schema-diff.js';
import { statement } from './statement.js';

/** The names of the constraints and indexes of the last load, whatever its release. The Dataset node stores them. */
export function ownedNames({ nodes }: CurrentState): ReadonlySet<string> {
  const lists = nodes
    .filter(({ labels }) => labels.includes('Dataset'))
    .map(({ properties }) => properties['schemaNames']);
  return new Set(lists.flatMap((names) => z.array(z.string()).safeParse(names).data ?? []));
}

/**
 * Compares the constraints and indexes in Neo4j with those of the model.
 *
 * @throws DATABASE_FOREIGN if one of another application conflicts with them.
 */
export async function readSchemaDiff(
  database: Database,
  model: Model,
  owned: ReadonlySet<string>,
): Promise<SchemaDiff> {
  const constraints = await database.read(statement('dataset/read-constraints'));
  const indexes = await database.read(statement('dataset/read-indexes'));
  const diff = diffSchema(parseSchema(constraints, indexes), neo4jSchema(model), owned);
  const [first] = diff.conflicts;
  if (first !== undefined) throw foreignItem(first);
  return diff;
}

function foreignItem({ kind, name, labelsOrTypes, properties }: CurrentItem): AtlasError {
  const covered = `${labelsOrTypes?.join('|') ?? 'all labels'} (${properties?.join(', ') ?? ''})`;
  return new AtlasError(
    'DATABASE_FOREIGN',
    `Expected no ${kind} of another application that conflicts with this project; found "${name}" on ${covered}. ` +
      `Nothing was written. Drop it, or use another database (NEO4J_DATABASE) or another Neo4j (NEO4J_URI).`,
  );
}

/** Drops and creates constraints and indexes, and waits for the indexes. Returns the errors caused by existing data. */
export async function updateSchema(
  database: Database,
  model: Model,
  { added, changed, removed }: SchemaDiff,
  onProgress: OnProgress,
): Promise<readonly AtlasError[]> {
  // Stores the names first, so that after an interrupted load the next one recognizes its constraints and indexes.
  // The constraint prevents concurrent loads from creating two Dataset nodes.
  await tryStatement(database, createStatement(datasetId));
  await database.write((transaction) =>
    transaction.run(
      statement('dataset/claim-schema', { names: [...declaredNames(model), ...removed.map(({ name }) => name)] }),
    ),
  );
  const dropped = [...removed, ...changed.map(({ current }) => current)].map(dropStatement);
  const created = [...changed.map(({ wanted }) => wanted), ...added].map(createStatement);
  const statements = [...dropped, ...created];
  const errors: AtlasError[] = [];
  for (const [index, next] of statements.entries()) {
    const error = await tryStatement(database, next);
    if (error !== undefined) errors.push(error);
    onProgress({ phase: 'constraints and indexes', done: index + 1, total: statements.length });
  }
  if (created.length > errors.length) await database.schema(statement('dataset/await-indexes'));
  return errors;
}

/** Creates what is still missing after the data is written. Fails if something in the database prevents it. */
export async function completeSchema(
  database: Database,
  model: Model,
  owned: ReadonlySet<string>,
  onProgress: OnProgress,
): Promise<void> {
  const missing = await readSchemaDiff(database, model, owned);
  if (isSameSchema(missing)) return;
  const [error] = await updateSchema(database, model, missing, onProgress);
  const { added, changed } = await readSchemaDiff(database, model, owned);
  const [item] = [...changed.map(({ wanted }) => wanted), ...added];
  if (item !== undefined) throw conflict(item.name, error);
}

async function tryStatement(database: Database, next: Statement): Promise<AtlasError | undefined> {
  try {
    await database.schema(next);
    return undefined;
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'INTERNAL_SERVER_ERROR') return error;
    throw error;
  }
}

function dropStatement({ kind, name }: CurrentItem): Statement {
  return statement(kind === 'constraint' ? 'dataset/drop-constraint' : 'dataset/drop-index', { name });
}

function conflict(name: string, cause: AtlasError | undefined): AtlasError {
  const reason = cause === undefined ? 'another one has the same definition' : cause.message;
  return new AtlasError(
    'DATABASE_REFUSED',
    `The constraint or index "${name}" cannot be created: ${reason}. ` +
      'Remove what conflicts with it, or load into another database (NEO4J_DATABASE).',
    { cause },
  );
}
