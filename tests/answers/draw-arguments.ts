import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { maxFilterDepth, someEntries, type DrawnEntry, type ValueDraws } from './draw-values.js';
import { variable, type DrawnVariable, type Place } from './draw-variables.js';

/** A value in a document: a literal, a variable, or a list or object that may contain variables. */
export type Template =
  | { readonly kind: 'literal'; readonly value: unknown; readonly type: GraphQLInputType }
  | { readonly kind: 'variable'; readonly variable: DrawnVariable }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [name: string, value: Template])[] };

/** An argument of a generated field or directive. */
export interface DrawnArgument {
  readonly name: string;
  readonly value: Template;
}

/** Generates arguments with variables in place of the argument, of an object's field or of a list's item. */
export class ArgumentDraws {
  private readonly templates = new Map<string, Arbitrary<Template>>();

  constructor(private readonly values: ValueDraws) {}

  /** Generates the arguments of a field. Optional ones may be missing; `first` and `last` never occur together. */
  of(field: GraphQLField<unknown, unknown>): Arbitrary<DrawnArgument[]> {
    const drawn = field.args
      .filter(({ name }) => name !== 'after' && name !== 'before')
      .map((argument) => this.argument(argument, field));
    const dropped = fc.constantFrom('first', 'last', 'last');
    return fc
      .tuple(dropped, ...drawn)
      .map(([left, ...args]) => args.filter((argument) => argument !== undefined).filter(({ name }) => name !== left));
  }

  /** Generates a value for a position in the document. */
  template(
    name: string,
    type: GraphQLInputType,
    missing: Place['missing'],
    depth = maxFilterDepth,
  ): Arbitrary<Template> {
    const key = `${name} ${type.toString()} ${missing} ${depth}`;
    const known = this.templates.get(key) ?? this.newTemplate(name, type, missing, depth);
    this.templates.set(key, known);
    return known;
  }

  private argument(
    argument: GraphQLArgument,
    field: GraphQLField<unknown, unknown>,
  ): Arbitrary<DrawnArgument | undefined> {
    const { name, type } = argument;
    const meaning = name === 'slug' ? `${getNamedType(field.type).name} slug` : name;
    const drawn = this.template(meaning, type, missingOf(argument)).map((value) => ({ name, value }));
    return missingOf(argument) === 'none'
      ? drawn
      : fc.option(drawn, { nil: undefined, freq: argument.defaultValue !== undefined || name === 'where' ? 4 : 2 });
  }

  private newTemplate(
    name: string,
    type: GraphQLInputType,
    missing: Place['missing'],
    depth: number,
  ): Arbitrary<Template> {
    const inner = getNullableType(type);
    const value = this.values.value(name, inner, depth);
    const whole = variable({ name, type: inner, missing }, value).map((drawn): Template => ({
      kind: 'variable',
      variable: drawn,
    }));
    const written = (missing === 'null' ? fc.option(value, { freq: 8 }) : value).map((literal): Template => ({
      kind: 'literal',
      value: literal,
      type: inner,
    }));
    const parts = isInputObjectType(inner)
      ? [{ arbitrary: this.object(name, inner, depth), weight: 4 }]
      : isListType(inner)
        ? [{ arbitrary: this.list(name, inner.ofType, depth), weight: 2 }]
        : [];
    return fc.oneof({ arbitrary: whole, weight: 6 }, { arbitrary: written, weight: 2 }, ...parts);
  }

  private list(name: string, item: GraphQLInputType, depth: number): Arbitrary<Template> {
    const items = fc.array(this.template(name, item, missingOf({ type: item }), depth), { maxLength: 2 });
    return items.map((drawn) => ({ kind: 'list', items: drawn }));
  }

  private object(name: string, type: GraphQLInputObjectType, depth: number): Arbitrary<Template> {
    const entries = this.values.fieldsOf(name, type, depth).map(([field, meaning]): DrawnEntry<Template> => {
      const value = this.template(meaning, field.type, missingOf(field), depth - 1);
      return { field, entry: value.map((template) => [field.name, template]) };
    });
    return someEntries(entries).map((fields) => ({ kind: 'object', fields }));
  }
}

function missingOf({
  type,
  defaultValue,
}: Pick<GraphQLArgument, 'type'> & { readonly defaultValue?: unknown }): Place['missing'] {
  if (!isNonNullType(type)) return 'null';
  return defaultValue === undefined ? 'none' : 'default';
}

/** Returns equal arguments in reverse order, with the keys of their objects reversed too. */
export function reordered(args: readonly DrawnArgument[]): DrawnArgument[] {
  return args.map(({ name, value }) => ({ name, value: inOtherOrder(value) })).toReversed();
}

function inOtherOrder(template: Template): Template {
  switch (template.kind) {
    case 'object':
      return {
        kind: 'object',
        fields: template.fields.map(([name, value]) => [name, inOtherOrder(value)] as const).toReversed(),
      };
    case 'list':
      return { kind: 'list', items: template.items.map(inOtherOrder) };
    case 'literal':
    case 'variable':
      return template;
  }
}
