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
import { maxFilterDepth, generateEntries, type EntryArbitrary, type ValueGenerator } from './generate-values.js';
import { generateVariable, type GeneratedVariable, type Position } from './generate-variables.js';

/** A value in a document: a literal, a variable, or a list or object that may contain variables. */
export type ValueTemplate =
  | { readonly kind: 'literal'; readonly value: unknown; readonly type: GraphQLInputType }
  | { readonly kind: 'variable'; readonly variable: GeneratedVariable }
  | { readonly kind: 'list'; readonly items: readonly ValueTemplate[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [name: string, value: ValueTemplate])[] };

/** An argument of a generated field or directive. */
export interface GeneratedArgument {
  readonly name: string;
  readonly value: ValueTemplate;
}

/** Generates arguments with variables in place of the argument, of an object's field or of a list's item. */
export class ArgumentGenerator {
  private readonly templates = new Map<string, Arbitrary<ValueTemplate>>();

  constructor(private readonly values: ValueGenerator) {}

  /** Generates the arguments of a field. Optional ones may be missing; `first` and `last` never occur together. */
  argumentsOf(field: GraphQLField<unknown, unknown>): Arbitrary<GeneratedArgument[]> {
    const argumentArbitraries = field.args
      .filter(({ name }) => name !== 'after' && name !== 'before')
      .map((argument) => this.argumentOf(argument, field));
    const dropped = fc.constantFrom('first', 'last', 'last');
    return fc
      .tuple(dropped, ...argumentArbitraries)
      .map(([droppedName, ...args]) =>
        args.filter((argument) => argument !== undefined).filter(({ name }) => name !== droppedName),
      );
  }

  /** Generates a value for a position in the document. */
  templateFor(
    name: string,
    type: GraphQLInputType,
    optionality: Position['optionality'],
    depth = maxFilterDepth,
  ): Arbitrary<ValueTemplate> {
    const key = `${name} ${type.toString()} ${optionality} ${depth}`;
    const templateArbitrary = this.templates.get(key) ?? this.createTemplate(name, type, optionality, depth);
    this.templates.set(key, templateArbitrary);
    return templateArbitrary;
  }

  private argumentOf(
    argument: GraphQLArgument,
    field: GraphQLField<unknown, unknown>,
  ): Arbitrary<GeneratedArgument | undefined> {
    const { name, type } = argument;
    const meaning = name === 'slug' ? `${getNamedType(field.type).name} slug` : name;
    const argumentArbitrary = this.templateFor(meaning, type, optionalityOf(argument)).map((value) => ({
      name,
      value,
    }));
    return optionalityOf(argument) === 'none'
      ? argumentArbitrary
      : fc.option(argumentArbitrary, {
          nil: undefined,
          freq: argument.defaultValue !== undefined || name === 'where' ? 4 : 2,
        });
  }

  private createTemplate(
    name: string,
    type: GraphQLInputType,
    optionality: Position['optionality'],
    depth: number,
  ): Arbitrary<ValueTemplate> {
    const inner = getNullableType(type);
    const value = this.values.valueFor(name, inner, depth);
    const variableTemplate = generateVariable({ name, type: inner, optionality }, value).map(
      (generated): ValueTemplate => ({
        kind: 'variable',
        variable: generated,
      }),
    );
    const literalTemplate = (optionality === 'null' ? fc.option(value, { freq: 8 }) : value).map(
      (literal): ValueTemplate => ({
        kind: 'literal',
        value: literal,
        type: inner,
      }),
    );
    const nestedTemplates = isInputObjectType(inner)
      ? [{ arbitrary: this.objectTemplate(name, inner, depth), weight: 4 }]
      : isListType(inner)
        ? [{ arbitrary: this.listTemplate(name, inner.ofType, depth), weight: 2 }]
        : [];
    return fc.oneof(
      { arbitrary: variableTemplate, weight: 6 },
      { arbitrary: literalTemplate, weight: 2 },
      ...nestedTemplates,
    );
  }

  private listTemplate(name: string, item: GraphQLInputType, depth: number): Arbitrary<ValueTemplate> {
    const items = fc.array(this.templateFor(name, item, optionalityOf({ type: item }), depth), { maxLength: 2 });
    return items.map((generated) => ({ kind: 'list', items: generated }));
  }

  private objectTemplate(name: string, type: GraphQLInputObjectType, depth: number): Arbitrary<ValueTemplate> {
    const entries = this.values.fieldsOf(name, type, depth).map(([field, meaning]): EntryArbitrary<ValueTemplate> => {
      const value = this.templateFor(meaning, field.type, optionalityOf(field), depth - 1);
      return { field, entry: value.map((template) => [field.name, template]) };
    });
    return generateEntries(entries).map((fields) => ({ kind: 'object', fields }));
  }
}

function optionalityOf({
  type,
  defaultValue,
}: Pick<GraphQLArgument, 'type'> & { readonly defaultValue?: unknown }): Position['optionality'] {
  if (!isNonNullType(type)) return 'null';
  return defaultValue === undefined ? 'none' : 'default';
}

/** Returns equal arguments in reverse order, with the keys of their objects reversed too. */
export function reorderArguments(args: readonly GeneratedArgument[]): GeneratedArgument[] {
  return args.map(({ name, value }) => ({ name, value: reverseKeys(value) })).toReversed();
}

function reverseKeys(template: ValueTemplate): ValueTemplate {
  switch (template.kind) {
    case 'object':
      return {
        kind: 'object',
        fields: template.fields.map(([name, value]) => [name, reverseKeys(value)] as const).toReversed(),
      };
    case 'list':
      return { kind: 'list', items: template.items.map(reverseKeys) };
    case 'literal':
    case 'variable':
      return template;
  }
}
