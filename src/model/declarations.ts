import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  concatAST,
  GraphQLError,
  Kind,
  parse,
  print,
  Source,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { packageRoot } from '../paths.js';
import { checkDefinitions } from './check-definitions.js';
import type { ModelProblem } from './model-problem.js';
import { constantCase } from './names.js';

/** A GraphQL file of a model, or of the base schema that is the same for all models. */
export interface SchemaFile {
  /** The path for messages, such as `schema/company.graphql`. */
  readonly name: string;
  readonly text: string;
}

/** The definitions in the files of a model as syntax trees, with extensions merged into their types. */
export interface Declarations {
  readonly types: readonly ObjectTypeDefinitionNode[];
  readonly enums: readonly EnumTypeDefinitionNode[];
  /** The schema by which the arguments of directives are read. */
  readonly schema: GraphQLSchema;
}

/** Parses the files of a model and validates their use of directives; returns the problems if there are any. */
export function readDeclarations(files: readonly SchemaFile[]): Declarations | readonly ModelProblem[] {
  const documents: DocumentNode[] = [];
  const problems: ModelProblem[] = [];
  for (const { name, text } of files) {
    try {
      documents.push(parse(new Source(text, name)));
    } catch (error) {
      problems.push(toSyntaxProblem(error));
    }
  }
  if (problems.length > 0) return problems;
  const document = concatAST(documents);
  const prelude = parse(preludeOf(document));
  const invalidDefinitions = checkDefinitions(document, prelude);
  if (invalidDefinitions.length > 0) return invalidDefinitions;
  const { types, enums } = mergeExtensions(document);
  const directiveSchema = concatAST([prelude, { kind: Kind.DOCUMENT, definitions: enums }]);
  return { types, enums, schema: buildASTSchema(directiveSchema, { assumeValid: true }) };
}

/** SDL of what a model refers to without declaring it: directives, `Entity`, the enum of its types. */
function preludeOf({ definitions }: DocumentNode): string {
  const names = definitions.flatMap((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION ? [one.name.value] : []));
  const types = [...new Set(names.map(constantCase))];
  const directives = readFileSync(join(packageRoot, 'api', 'model-directives.graphql'), 'utf8');
  const baseTexts = ['base', 'model'].map((name) =>
    readFileSync(join(packageRoot, 'api', 'base', `${name}.graphql`), 'utf8'),
  );
  const usedEnums = parse(baseTexts.join('\n')).definitions.filter(
    (one) => one.kind === Kind.ENUM_TYPE_DEFINITION && ['Direction', 'ModelShape', 'ViewKind'].includes(one.name.value),
  );
  return [
    directives,
    ...usedEnums.map(print),
    `interface Entity { id: ID! }`,
    `enum EntityType { ${types.length > 0 ? types.join(' ') : 'NONE'} }`,
  ].join('\n');
}

function mergeExtensions({ definitions }: DocumentNode): Pick<Declarations, 'types' | 'enums'> {
  const types = definitions.filter((one): one is ObjectTypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION);
  const enums = definitions.filter((one): one is EnumTypeDefinitionNode => one.kind === Kind.ENUM_TYPE_DEFINITION);
  const extendedTypes = types.map((type) => {
    const extensions = definitions.filter(
      (one) => one.kind === Kind.OBJECT_TYPE_EXTENSION && one.name.value === type.name.value,
    ) as readonly ObjectTypeDefinitionNode[]; // an extension has the same structure as a definition
    return {
      ...type,
      fields: [type, ...extensions].flatMap(({ fields }) => fields ?? []),
      directives: [type, ...extensions].flatMap(({ directives }) => directives ?? []),
    };
  });
  return { types: extendedTypes, enums };
}

function toSyntaxProblem(error: unknown): ModelProblem {
  if (!(error instanceof GraphQLError)) throw error;
  const { source, locations, message } = error;
  const found = `an error: ${message.replace('<EOF>', 'end of file')}`;
  return { file: source?.name ?? 'schema', line: locations?.[0]?.line ?? 1, expected: 'a model in GraphQL', found };
}
