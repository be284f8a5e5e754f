import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode, type DefinitionNode } from 'graphql';
import { packageRoot } from '../../src/paths.js';

// Reads the declarations of the project's model from its schema files, without the code under test.

const directory = join(packageRoot, 'schema');
const definitions: readonly DefinitionNode[] = readdirSync(directory).flatMap(
  (file) => parse(readFileSync(join(directory, file), 'utf8')).definitions,
);

/** Names of the types with `@entity`. */
export const declaredTypes: readonly string[] = definitions.flatMap((definition) =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION && hasDirective(definition.directives, 'entity')
    ? [definition.name.value]
    : [],
);

/** Names of the relation types. */
export const declaredRelations: readonly string[] = listRelationValues().map(({ name }) => name.value);

/** Returns the names of the entity types that relations of a type may start from. */
export function declaredSourceTypes(relation: string): readonly string[] {
  const value = listRelationValues().find(({ name }) => name.value === relation);
  if (!value) throw new Error(`Expected the name of a relation type, found ${relation}.`);
  return (value.directives ?? [])
    .filter(({ name }) => name.value === 'relation')
    .flatMap((directive) => parseTypeNames(directive, 'from'))
    .map((name) => declaredTypes.find((type) => type.toUpperCase() === name) ?? name);
}

function listRelationValues() {
  return definitions.flatMap((one) =>
    one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'RelationType' ? (one.values ?? []) : [],
  );
}

function parseTypeNames({ arguments: argumentNodes = [] }: ConstDirectiveNode, name: string): string[] {
  const argument = argumentNodes.find((node) => node.name.value === name);
  return argument ? (valueFromASTUntyped(argument.value) as string[]) : declaredTypes.map((type) => type.toUpperCase());
}

function hasDirective(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return directives?.some((directive) => directive.name.value === name) ?? false;
}
