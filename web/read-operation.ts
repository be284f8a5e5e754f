import { basename } from 'node:path';
import {
  buildSchema,
  getNamedType,
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
  type EnumValueNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** A question of `operations/`, as the pages show and ask it. */
export interface Operation {
  /** The name of its file. */
  readonly name: string;
  /** What it asks, for people. */
  readonly title: string;
  /** The same in Chinese; null where the explorer does not offer it. */
  readonly titleZh: string | null;
  /** Its text as it stands in the file. */
  readonly text: string;
  /** Values with which it gives an answer. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Its text, asking also for the ids of all that it finds. */
  readonly drawable: string;
  /** The types of entity and of relation, and the languages, that a model must have for it. */
  readonly modelNames: readonly string[];
}

/**
 * Reads a question: its title is the first line of its leading comment, in Chinese the line with `zh:`; its variables are
 * those the text has defaults for.
 */
export function readOperation(file: string, text: string, sdl: string): Operation {
  const document = parse(text);
  const comment = leadingComment(text);
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
    variables: { ...defaults(document), ...exampleOf(comment) },
    drawable: print(withIdentity(document, schema)),
    modelNames: [...modelNamesIn(document, schema)],
  };
}

function leadingComment(text: string): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^#+\s*/, '').trim());
}

function defaults(document: DocumentNode): Record<string, unknown> {
  const [operation] = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const variables = operation?.variableDefinitions ?? [];
  return Object.fromEntries(
    variables.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}

/** A line of the comment such as `Variables: {"slug": "openai"}`, for variables that have no default. */
function exampleOf(comment: readonly string[]): Record<string, unknown> {
  const line = comment.find((each) => /^variables:/i.test(each));
  const value: unknown = line === undefined ? {} : JSON.parse(line.replace(/^variables:/i, ''));
  return Object.fromEntries(Object.entries(value ?? {}));
}

const schemas = new Map<string, GraphQLSchema>();

function schemaOf(sdl: string): GraphQLSchema {
  const schema = schemas.get(sdl) ?? buildSchema(sdl);
  schemas.set(sdl, schema);
  return schema;
}

/** The enums whose values follow from the model. */
const enumsOfModels = ['EntityType', 'RelationType', 'Language'];

/** The types of entity and of relation, and the languages, that an operation names or asks fields of. */
function modelNamesIn(document: DocumentNode, schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  const types = new TypeInfo(schema);
  const note = (type: unknown): void => {
    if (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Entity')) names.add(type.name);
    // A list may be asked for the number of its entities alone.
    else if (isObjectType(type) && type.name.endsWith('Connection'))
      note(getNamedType(type.getFields()['nodes']?.type));
  };
  const visitor = {
    SelectionSet: (): void => note(types.getParentType()),
    EnumValue: ({ value }: EnumValueNode): void => {
      const type = getNamedType(types.getInputType())?.name;
      if (type !== undefined && enumsOfModels.includes(type)) names.add(value);
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return names;
}

/** The same operation, asking also for the type and id of every entity and relation, so that a picture can light them. */
function withIdentity(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const visitor = {
    SelectionSet(node: SelectionSetNode): SelectionSetNode | undefined {
      const type = types.getParentType();
      const hasId = (isObjectType(type) || isAbstractType(type)) && 'getFields' in type && 'id' in type.getFields();
      return hasId ? { ...node, selections: [field('__typename'), field('id'), ...node.selections] } : undefined;
    },
  };
  return visit(document, visitWithTypeInfo(types, visitor));
}

function field(name: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}
