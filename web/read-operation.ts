import { basename } from 'node:path';
import {
  buildSchema,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** A sample operation of `operations/`, as the pages list and run it. */
export interface Operation {
  /** The file name without its extension. */
  readonly name: string;
  /** The English title. */
  readonly title: string;
  /** The Chinese title; null if the explorer does not list the operation. */
  readonly titleZh: string | null;
  /** The unchanged content of the file. */
  readonly text: string;
  /** Example values of the variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The operation, extended to select the `__typename` and `id` of every object, for highlighting in the graph. */
  readonly textWithIds: string;
}

/**
 * Parses a sample operation. The first line of its leading comment is the English title, a line `zh: …` the Chinese
 * one. Example variables come from the defaults and from a line `Variables: {…}`.
 */
export function readOperation(file: string, text: string, sdl: string): Operation {
  const document = parse(text);
  const comment = parseLeadingComment(text);
  const schema = schemaOf(sdl);
  return {
    name: basename(file, '.graphql'),
    title: comment[0] ?? basename(file, '.graphql'),
    titleZh:
      comment
        .find((line) => line.startsWith('zh:'))
        ?.slice('zh:'.length)
        .trim() ?? null,
    text,
    variables: { ...defaultVariables(document), ...parseExampleVariables(comment) },
    textWithIds: print(addIdentityFields(document, schema)),
  };
}

/** The lines of the comment before an operation, without their comment signs. */
export function parseLeadingComment(text: string): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^#+\s*/, '').trim());
}

function defaultVariables(document: DocumentNode): Record<string, unknown> {
  const [operation] = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const variables = operation?.variableDefinitions ?? [];
  return Object.fromEntries(
    variables.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}

/** Parses a comment line such as `Variables: {"slug": "openai"}`, for variables without a default. */
function parseExampleVariables(comment: readonly string[]): Record<string, unknown> {
  const line = comment.find((commentLine) => /^variables:/i.test(commentLine));
  const value: unknown = line === undefined ? {} : JSON.parse(line.replace(/^variables:/i, ''));
  return Object.fromEntries(Object.entries(value ?? {}));
}

const schemaCache = new Map<string, GraphQLSchema>();

/** The schema of an SDL text, built once. */
export function schemaOf(sdl: string): GraphQLSchema {
  const schema = schemaCache.get(sdl) ?? buildSchema(sdl);
  schemaCache.set(sdl, schema);
  return schema;
}

/** Adds `__typename` and `id` to every selection set whose type has an id. */
function addIdentityFields(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const visitor = {
    SelectionSet(node: SelectionSetNode): SelectionSetNode | undefined {
      const type = types.getParentType();
      const hasId = (isObjectType(type) || isAbstractType(type)) && 'getFields' in type && 'id' in type.getFields();
      return hasId
        ? { ...node, selections: [toFieldNode('__typename'), toFieldNode('id'), ...node.selections] }
        : undefined;
    },
  };
  return visit(document, visitWithTypeInfo(types, visitor));
}

function toFieldNode(name: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}
