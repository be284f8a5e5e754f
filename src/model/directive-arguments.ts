import {
  getDirectiveValues,
  GraphQLError,
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type GraphQLSchema,
  type NameNode,
} from 'graphql';
import { getNamedType, isEnumType } from 'graphql';
import { problemAt, type ModelProblem } from './model-problem.js';

/** A definition in a model file that can have directives. */
export interface DirectiveOwner {
  readonly kind: string;
  readonly name: NameNode;
  readonly directives?: readonly ConstDirectiveNode[];
}

/** Reads the arguments of directives, and collects a problem for each invalid one. */
export class DirectiveReader {
  readonly problems: ModelProblem[] = [];

  constructor(private readonly schema: GraphQLSchema) {}

  /** Reads the arguments of a directive of a definition; undefined if the definition does not have it. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the directive's type
  read<T>(node: DirectiveOwner, name: string, path: string): T | undefined {
    return this.readAll<T>(node, name, path)[0];
  }

  /** Reads the arguments of each occurrence of a repeatable directive. */
  readAll<T>({ directives = [] }: DirectiveOwner, name: string, path: string): T[] {
    const definition = this.schema.getDirective(name);
    if (!definition) throw new TypeError(`A model may use @${name} only if api/model-directives.graphql declares it.`);
    return directives
      .filter((one) => one.name.value === name)
      .flatMap((one): T[] => {
        const problemCount = this.problems.length;
        this.checkEnums(one, path);
        if (this.problems.length > problemCount) return [];
        try {
          // The caller's type repeats the declaration of the directive.
          return [getDirectiveValues(definition, { directives: [one] }) as T];
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          this.problems.push(problemAt(one, path, `the arguments of @${name} as declared`, error.message));
          return [];
        }
      });
  }

  // GraphQL's own message names neither the allowed values nor the invalid item of a list.
  private checkEnums({ name, arguments: args = [] }: ConstDirectiveNode, path: string): void {
    const definition = this.schema.getDirective(name.value);
    for (const { name: argument, value } of args) {
      const type = getNamedType(definition?.args.find((one) => one.name === argument.value)?.type);
      if (!isEnumType(type)) continue;
      const allowedValues = type.getValues().map((one) => one.name);
      for (const item of itemsOf(value)) {
        const text = 'value' in item ? String(item.value) : item.kind;
        if (item.kind === Kind.ENUM && allowedValues.includes(text)) continue;
        const expected = `@${name.value}(${argument.value}:) to be one of ${allowedValues.join(', ')}`;
        this.problems.push(problemAt(item, path, expected, text));
      }
    }
  }
}

function itemsOf(value: ConstValueNode): readonly ConstValueNode[] {
  return value.kind === Kind.LIST ? value.values : [value];
}
