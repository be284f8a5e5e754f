import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, specifiedScalarTypes } from 'graphql';
import { AtlasError } from '../errors.js';
import { packageRoot } from '../paths.js';
import { checkModel, type ReservedNames } from './check-model.js';
import { readDeclarations, type Declarations, type SchemaFile } from './declarations.js';
import { DefinitionReader } from './definition-reader.js';
import { BadModelError, type ModelProblem } from './model-problem.js';
import type { BilingualText, EntityTypeModel, Model, SectionsModel } from './model.js';
import { constantCase } from './names.js';
import { parseEnum, parseRelationType } from './parse-enums.js';
import { parseType, parseViews, selectEntityTypes, type DeclaredType } from './parse-types.js';

/** The name of the enum that lists a model's relation types. */
const relationEnum = 'RelationType';

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
  const problems: ModelProblem[] = [];
  const model = buildModel(declarations, problems);
  if (problems.length === 0) problems.push(...checkModel(model, declarations, readReservedNames()));
  if (problems.length > 0) throw new BadModelError(problems);
  return model;
}

function buildModel({ types: typeNodes, enums: enumNodes, schema }: Declarations, problems: ModelProblem[]): Model {
  const declared = selectEntityTypes(typeNodes.map((node) => new DefinitionReader(node, schema, problems)));
  // A type without @entity is reported once, not again for each field that returns it.
  const names = [
    ...new Set([...declared.map(({ reader }) => reader.name), ...typeNodes.map(({ name }) => name.value)]),
  ];
  const allEnums = enumNodes.map((node) => new DefinitionReader(node, schema, problems));
  const enums = allEnums.filter(({ name }) => name !== relationEnum).map(parseEnum);
  const [relations] = allEnums.filter(({ name }) => name === relationEnum);
  const typeNames = new Map(names.map((name) => [constantCase(name), name]));
  const relationValues = relations?.members(relations.node.values) ?? [];
  const relationTypes = relationValues.map((value) => parseRelationType(value, typeNames));
  const relationsDescription = relations?.readDescription('above it') ?? '';
  const types = declared.map((one, index) => parseType(one, index, { types: names, enums, relationTypes }));
  return {
    name: relations?.read<BilingualText>('atlas') ?? { en: 'Atlas' },
    languages: types.some(({ label }) => label.zh !== undefined) ? ['EN', 'ZH'] : ['EN'],
    types,
    relationTypes,
    relationsDescription,
    enums,
    views: declared.flatMap(parseViews),
    sections: findSections(declared, types),
  };
}

function findSections(declared: readonly DeclaredType[], types: readonly EntityTypeModel[]): SectionsModel | undefined {
  const name = declared.find(({ reader }) => reader.has('sections'))?.reader.name;
  const type = types.find((one) => one.name === name);
  const parent = type?.fields.find((field) => field.kind === 'related' && field.target === name);
  return type && { type: type.name, partOf: parent?.kind === 'related' ? parent.relation : undefined };
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
