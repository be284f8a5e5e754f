import {
  getDirectiveValues,
  getNamedType,
  GraphQLError,
  isEnumType,
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type EnumTypeDefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { problemAt, type ModelProblem } from './model-problem.js';
import type { BilingualText } from './model.js';
import { spacedWords } from './names.js';

type Definition = ObjectTypeDefinitionNode | FieldDefinitionNode | EnumTypeDefinitionNode | EnumValueDefinitionNode;

/** Reads a definition in a model file, and collects a problem for each of its invalid parts. */
export class DefinitionReader<Node extends Definition = Definition> {
  /** `problems` are those of the whole model; `path` is `Company`, `Company.tools` or `RelationType.DEVELOPS`. */
  constructor(
    readonly node: Node,
    private readonly schema: GraphQLSchema,
    readonly problems: ModelProblem[],
    private readonly path = node.name.value,
  ) {}

  get name(): string {
    return this.node.name.value;
  }

  /** Readers of fields or enum values of this definition. */
  members<Member extends Definition>(nodes: readonly Member[] = []): DefinitionReader<Member>[] {
    return nodes.map((node) => {
      return new DefinitionReader(node, this.schema, this.problems, `${this.path}.${node.name.value}`);
    });
  }

  /** Adds a problem; returns null, for use in place of an invalid definition. */
  report(expected: string, found: string): null {
    this.problems.push(problemAt(this.node, this.path, expected, found));
    return null;
  }

  /** Reads the description; reports a problem if it is missing. `place` says in the message where it belongs. */
  readDescription(place: string): string {
    const text = this.node.description?.value.trim() ?? '';
    if (text === '') this.report(`a description ${place}`, 'none');
    return text;
  }

  /** Reads the label; in English, it is derived from the name by default. */
  readLabel(): BilingualText {
    const { en, zh } = this.read<Partial<BilingualText>>('label') ?? {};
    return { en: en ?? spacedWords(this.name), zh };
  }

  /** Whether the definition has a directive. */
  has(name: string): boolean {
    return this.read(name) !== undefined;
  }

  /** Reads the arguments of a directive; undefined if the definition does not have it. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the directive's type
  read<T>(name: string): T | undefined {
    return this.readAll<T>(name)[0];
  }

  /** Reads the arguments of each occurrence of a repeatable directive. */
  readAll<T>(name: string): T[] {
    const definition = this.schema.getDirective(name);
    if (!definition) throw new TypeError(`A model may use @${name} only if api/model-directives.graphql declares it.`);
    return (this.node.directives ?? [])
      .filter((one) => one.name.value === name)
      .flatMap((one): T[] => {
        const problemCount = this.problems.length;
        this.checkEnums(one);
        if (this.problems.length > problemCount) return [];
        try {
          // The caller's type repeats the declaration of the directive.
          return [getDirectiveValues(definition, { directives: [one] }) as T];
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          this.problems.push(problemAt(one, this.path, `the arguments of @${name} as declared`, error.message));
          return [];
        }
      });
  }

  // GraphQL's own message names neither the allowed values nor the invalid item of a list.
  private checkEnums({ name, arguments: args = [] }: ConstDirectiveNode): void {
    const definition = this.schema.getDirective(name.value);
    for (const { name: argument, value } of args) {
      const type = getNamedType(definition?.args.find((one) => one.name === argument.value)?.type);
      if (!isEnumType(type)) continue;
      const allowedValues = type.getValues().map((one) => one.name);
      for (const item of itemsOf(value)) {
        const text = 'value' in item ? String(item.value) : item.kind;
        if (item.kind === Kind.ENUM && allowedValues.includes(text)) continue;
        const expected = `@${name.value}(${argument.value}:) to be one of ${allowedValues.join(', ')}`;
        this.problems.push(problemAt(item, this.path, expected, text));
      }
    }
  }
}

function itemsOf(value: ConstValueNode): readonly ConstValueNode[] {
  return value.kind === Kind.LIST ? value.values : [value];
}
