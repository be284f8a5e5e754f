import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, specifiedScalarTypes } from 'graphql';
import { AtlasError } from '../errors.js';
import { packageRoot } from '../paths.js';
import { checkModel, type ReservedNames } from './check-model.js';
import { readDeclarations, type Declarations, type SchemaFile } from './declarations.js';
import { DirectiveReader } from './directive-arguments.js';
import { BadModelError } from './model-problem.js';
import type { EntityTypeModel, Model, SectionsModel } from './model.js';
import { constantCase } from './names.js';
import { parseEnums, parseRelationTypes } from './parse-enums.js';
import { readDeclaredTypes, parseType, parseViews, type DeclaredType } from './parse-types.js';

/** Reads the files of the base schema, which is the same for all models. */
export function readBaseFiles(): SchemaFile[] {
  return readFiles(join(packageRoot, 'api', 'base'), 'api/base');
}

/**
 * Reads the model from the `*.graphql` files of a directory; messages call the directory `name`.
 *
 * @throws BAD_MODEL with all problems in the files.
 */
export function readModel(directory: string, name: string): Model {
  const files = readFiles(directory, name);
  if (files.length > 0) return parseModel(files);
  throw new AtlasError('BAD_MODEL', `A model was expected in ${name}: files that end in .graphql. Found none.`);
}

/** Whether an atlas directory has the directory `schema` with its model. */
export function hasModel(atlasDir: string): boolean {
  // With a trailing slash, only a directory exists at this path.
  return existsSync(`${join(atlasDir, 'schema')}/`);
}

/** Parses and checks the model in some files; throws BAD_MODEL with all problems in them. */
export function parseModel(files: readonly SchemaFile[]): Model {
  const declarations = readDeclarations(files);
  if (!('types' in declarations)) throw new BadModelError(declarations);
  const reader = new DirectiveReader(declarations.schema);
  const model = buildModel(declarations, reader);
  if (reader.problems.length > 0) throw new BadModelError(reader.problems);
  const problems = checkModel(model, declarations, readReservedNames());
  if (problems.length > 0) throw new BadModelError(problems);
  return model;
}

function buildModel(declarations: Declarations, reader: DirectiveReader): Model {
  const declared = readDeclaredTypes(declarations, reader);
  // A type without @entity is reported once, not again for each field that returns it.
  const names = [
    ...new Set([...declared.map(({ node }) => node), ...declarations.types].map(({ name }) => name.value)),
  ];
  const enums = parseEnums(declarations, reader);
  const relations = parseRelationTypes(declarations, new Map(names.map((name) => [constantCase(name), name])), reader);
  const scope = { types: names, enums, relationTypes: relations.types };
  const types = declared.map((one, index) => parseType(one, index, scope, reader));
  const sections = findSections(declared, types, reader);
  const isBilingual = types.some(({ label }) => label.zh !== undefined);
  return {
    name: relations.name,
    languages: isBilingual ? ['EN', 'ZH'] : ['EN'],
    types,
    relationTypes: relations.types,
    relationsDescription: relations.description,
    enums,
    views: parseViews(declared, reader),
    ...(sections ? { sections } : {}),
  };
}

function findSections(
  declared: readonly DeclaredType[],
  types: readonly EntityTypeModel[],
  reader: DirectiveReader,
): SectionsModel | undefined {
  const sectionsType = declared.find(({ node }) => reader.read(node, 'sections', node.name.value) !== undefined);
  const type = types.find(({ name }) => name === sectionsType?.node.name.value);
  if (type === undefined) return undefined;
  const parent = type.fields.find((field) => field.kind === 'related' && field.target === type.name);
  return { type: type.name, ...(parent?.kind === 'related' ? { partOf: parent.relation } : {}) };
}

function readReservedNames(): ReservedNames {
  const { definitions } = parse(
    readBaseFiles()
      .map(({ text }) => text)
      .join('\n'),
  );
  const fieldsOf = (type: string): string[] =>
    definitions.flatMap((one) =>
      'fields' in one && one.name.value === type ? (one.fields ?? []).map(({ name }) => name.value) : [],
    );
  const types = definitions.flatMap((one) =>
    'name' in one && one.kind !== Kind.DIRECTIVE_DEFINITION ? [one.name.value] : [],
  );
  return {
    types: new Set([
      ...types,
      ...specifiedScalarTypes.map(({ name }) => name),
      'EntityType',
      'RelationType',
      'Language',
      'Citation',
      'FloatFilter',
      // Its data file would collide with common.schema.json.
      'Common',
      'Mutation',
      'Subscription',
    ]),
    rootFields: new Set(fieldsOf('Query')),
    entityFields: new Set(fieldsOf('Entity')),
  };
}

function readFiles(directory: string, name: string): SchemaFile[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => ({ name: join(name, file), text: readFileSync(join(directory, file), 'utf8') }));
}
