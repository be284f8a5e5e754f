import type { GraphQLCompositeType, GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import type { DrawnArgument, Template } from './draw-arguments.js';

/** A field or fragment of a random document, before it is written down. */
export type DrawnNode = DrawnField | DrawnFragment;

/** Whether a part of a document is asked for: `@skip` or `@include` with a variable or a value. */
export interface Condition {
  readonly directive: 'skip' | 'include';
  readonly value: Template;
}

/** A field of a random document. */
export interface DrawnField {
  readonly kind: 'field';
  readonly parent: GraphQLCompositeType;
  readonly name: string;
  /** The type that it returns, as the schema writes it. */
  readonly type: string;
  /** The alias wished for; another is taken where it would mean two things. */
  readonly alias: string | undefined;
  readonly args: readonly DrawnArgument[];
  readonly conditions: readonly Condition[];
  readonly children: readonly DrawnNode[];
}

/** A fragment of a random document, written inline, also without its type, or named. */
export interface DrawnFragment {
  readonly kind: 'fragment';
  readonly on: GraphQLCompositeType;
  readonly form: 'inline' | 'untyped' | 'named';
  readonly conditions: readonly Condition[];
  readonly children: readonly DrawnNode[];
}

/** A field that is asked for without alias, arguments and conditions. */
export function plainField(
  parent: GraphQLObjectType | GraphQLInterfaceType,
  name: string,
  children: readonly DrawnNode[] = [],
): DrawnField {
  const type = parent.getFields()[name]?.type.toString();
  if (type === undefined) throw new Error(`${parent.name} must have ${name}.`);
  return { kind: 'field', parent, name, type, alias: undefined, args: [], conditions: [], children };
}
