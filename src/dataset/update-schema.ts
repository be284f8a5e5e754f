import { z } from 'zod';
import { AtlasError } from '../errors.js';
import type { Database, Statement } from '../neo4j/database.js';
import type { Model } from '../model/model.js';
import type { OnProgress } from '../shared/progress.js';
import type { CurrentState } from './current-state.js';
import { toCreateStatement, datasetIdConstraint, declaredNamesOf, declareSchema } from './neo4j-schema.js';
import { readSchema } from './read-schema.js';
import { isEmpty } from './diff.js';
import { type CurrentSchemaItem, diffSchema, type SchemaDiff } from './schema-diff.js';
import { createFileStatement } from '../neo4j/cypher-file.js';

/** The constraints and indexes that a load may change. */
export interface SchemaScope {
  /** The names of those of earlier loads. */
  readonly ownedNames: ReadonlySet<string>;
  /** Whether to keep those that the model does not declare. */
  readonly keepsOthers: boolean;
}

/** The names of the constraints and indexes of the last load, whatever its release. The Dataset node stores them. */
export function ownedNamesOf({ nodes }: CurrentState): ReadonlySet<string> {
  const nameLists = nodes
    .filter(({ labels }) => labels.includes('Dataset'))
    .map(({ properties }) => properties['schemaNames']);
  return new Set(nameLists.flatMap((names) => z.array(z.string()).safeParse(names).data ?? []));
}

/** The names of the constraints and indexes after a load. */
export function schemaNamesOf(model: Model, { ownedNames, keepsOthers }: SchemaScope): readonly string[] {
  return keepsOthers ? [...new Set([...ownedNames, ...declaredNamesOf(model)])] : declaredNamesOf(model);
}

/**
 * Compares the constraints and indexes in Neo4j with those of the model.
 *
 * @throws DATABASE_FOREIGN if one of another application conflicts with them.
 */
export async function readSchemaDiff(
  database: Database,
  model: Model,
  { ownedNames, keepsOthers }: SchemaScope,
): Promise<SchemaDiff> {
  const declared = declareSchema(model);
  const diff = diffSchema(await readSchema(database, declared), declared, ownedNames);
  const [first] = diff.conflicts;
  if (first !== undefined) throw foreignItemError(first);
  return keepsOthers ? { ...diff, removed: [] } : diff;
}

function foreignItemError({ kind, name, labelsOrTypes, properties }: CurrentSchemaItem): AtlasError {
  const coverage = `${labelsOrTypes?.join('|') ?? 'all labels'} (${properties?.join(', ') ?? ''})`;
  return new AtlasError(
    'DATABASE_FOREIGN',
    `Expected no ${kind} of another application that conflicts with this project; found "${name}" on ${coverage}. ` +
      `Nothing was written. Drop it, or use another database (NEO4J_DATABASE) or another Neo4j (NEO4J_URI).`,
  );
}

/** Drops and creates constraints and indexes, and waits for the indexes. Returns the errors caused by existing data. */
export async function updateSchema(
  database: Database,
  model: Model,
  { ownedNames }: SchemaScope,
  { added, changed, removed }: SchemaDiff,
  onProgress: OnProgress,
): Promise<readonly AtlasError[]> {
  // Stores the names first, so that after an interrupted load the next one recognizes its constraints and indexes.
  // The constraint prevents concurrent loads from creating two Dataset nodes.
  await tryStatement(database, toCreateStatement(datasetIdConstraint));
  const names = [...schemaNamesOf(model, { ownedNames, keepsOthers: true })];
  await database.write((transaction) => transaction.run(createFileStatement('dataset/claim-schema', { names })));
  const dropStatements = [...removed, ...changed.map(({ current }) => current)].map(toDropStatement);
  const createStatements = [...changed.map(({ desired }) => desired), ...added].map(toCreateStatement);
  const statements = [...dropStatements, ...createStatements];
  const errors: AtlasError[] = [];
  for (const [index, statement] of statements.entries()) {
    const error = await tryStatement(database, statement);
    if (error !== undefined) errors.push(error);
    onProgress({ phase: 'constraints and indexes', done: index + 1, total: statements.length });
  }
  if (createStatements.length > errors.length)
    await database.changeSchema(createFileStatement('dataset/await-indexes'));
  return errors;
}

/** Creates what is still missing after the data is written. Fails if something in the database prevents it. */
export async function completeSchema(
  database: Database,
  model: Model,
  { ownedNames, keepsOthers }: SchemaScope,
  onProgress: OnProgress,
): Promise<void> {
  const scope = { ownedNames: new Set([...ownedNames, ...declaredNamesOf(model)]), keepsOthers };
  const remainingDiff = await readSchemaDiff(database, model, scope);
  if (isEmpty(remainingDiff)) return;
  const [error] = await updateSchema(database, model, scope, remainingDiff, onProgress);
  const { added, changed } = await readSchemaDiff(database, model, scope);
  const [item] = [...changed.map(({ desired }) => desired), ...added];
  if (item !== undefined) throw conflictError(item.name, error);
}

async function tryStatement(database: Database, statement: Statement): Promise<AtlasError | undefined> {
  try {
    await database.changeSchema(statement);
    return undefined;
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'INTERNAL_SERVER_ERROR') return error;
    throw error;
  }
}

function toDropStatement({ kind, name }: CurrentSchemaItem): Statement {
  return createFileStatement(kind === 'constraint' ? 'dataset/drop-constraint' : 'dataset/drop-index', { name });
}

function conflictError(name: string, cause: AtlasError | undefined): AtlasError {
  const reason = cause === undefined ? 'another one has the same definition' : cause.message;
  return new AtlasError(
    'DATABASE_REFUSED',
    `The constraint or index "${name}" cannot be created: ${reason}. ` +
      'Remove what conflicts with it, or load into another database (NEO4J_DATABASE).',
    { cause },
  );
}
