import type { GraphQLCompositeType, GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import type { GeneratedArgument, ValueTemplate } from './generate-arguments.js';

/** A field or fragment of a generated document, before it is printed. */
export type GeneratedNode = GeneratedField | GeneratedFragment;

/** A `@skip` or `@include` directive with a variable or a literal. */
export interface ConditionDirective {
  readonly directive: 'skip' | 'include';
  readonly value: ValueTemplate;
}

/** A field of a generated document. */
export interface GeneratedField {
  readonly kind: 'field';
  readonly parent: GraphQLCompositeType;
  readonly name: string;
  /** The type of the field, such as `[Entity!]!`. */
  readonly type: string;
  /** The preferred alias; the writer adds a number if it would conflict. */
  readonly alias: string | undefined;
  readonly args: readonly GeneratedArgument[];
  readonly conditions: readonly ConditionDirective[];
  readonly children: readonly GeneratedNode[];
}

/** A fragment of a generated document: inline with or without a type condition, or named. */
export interface GeneratedFragment {
  readonly kind: 'fragment';
  readonly on: GraphQLCompositeType;
  readonly form: 'inline' | 'untyped' | 'named';
  readonly conditions: readonly ConditionDirective[];
  readonly children: readonly GeneratedNode[];
}

/** Selects a field without alias, arguments or directives. */
export function plainField(
  parent: GraphQLObjectType | GraphQLInterfaceType,
  name: string,
  children: readonly GeneratedNode[] = [],
): GeneratedField {
  const type = parent.getFields()[name]?.type.toString();
  if (type === undefined) throw new Error(`Expected the field ${name} on ${parent.name}, found none.`);
  return { kind: 'field', parent, name, type, alias: undefined, args: [], conditions: [], children };
}
