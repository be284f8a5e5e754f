import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode, type DefinitionNode } from 'graphql';
import { packageRoot } from '../../src/paths.js';

// Reads the declarations of the project's model from its schema files, without the code under test.

const folder = join(packageRoot, 'schema');
const definitions: readonly DefinitionNode[] = readdirSync(folder).flatMap(
  (file) => parse(readFileSync(join(folder, file), 'utf8')).definitions,
);

/** Names of the types with `@entity`. */
export const declaredTypes: readonly string[] = definitions.flatMap((one) =>
  one.kind === Kind.OBJECT_TYPE_DEFINITION && isMarked(one.directives, 'entity') ? [one.name.value] : [],
);

/** Names of the relation types. */
export const declaredRelations: readonly string[] = relationValues().map(({ name }) => name.value);

/** Returns the names of the entity types that relations of a type may start from. */
export function declaredStarts(relation: string): readonly string[] {
  const value = relationValues().find(({ name }) => name.value === relation);
  if (!value) throw new Error(`Expected the name of a relation type, found ${relation}.`);
  return (value.directives ?? [])
    .filter(({ name }) => name.value === 'relation')
    .flatMap((one) => namesIn(one, 'from'))
    .map((name) => declaredTypes.find((type) => type.toUpperCase() === name) ?? name);
}

function relationValues() {
  return definitions.flatMap((one) =>
    one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'RelationType' ? (one.values ?? []) : [],
  );
}

function namesIn({ arguments: given = [] }: ConstDirectiveNode, name: string): string[] {
  const argument = given.find((one) => one.name.value === name);
  return argument ? (valueFromASTUntyped(argument.value) as string[]) : declaredTypes.map((type) => type.toUpperCase());
}

function isMarked(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return directives?.some((one) => one.name.value === name) ?? false;
}
