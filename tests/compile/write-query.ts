import { astFromValue, print } from 'graphql';
import type { RandomArgument } from './random-arguments.js';
import type { RandomNode } from './random-query.js';

/** An operation as a client sends it. */
export interface WrittenQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Writes a random query down. The choice decides what the variables of `@include` and `@skip` say. */
export function writeQuery(nodes: readonly RandomNode[], choice: boolean): WrittenQuery {
  const writer = new Writer();
  const body = writer.selection(nodes);
  const definitions = [...writer.definitions, '$choice: Boolean!'];
  const query = [`query Random(${definitions.join(', ')}) ${body}`, ...writer.fragments].join('\n');
  // A variable must be used; this one may stand nowhere else.
  return {
    query: query.replace('{', '{ __typename @include(if: $choice) '),
    variables: { ...writer.variables, choice },
  };
}

class Writer {
  readonly definitions: string[] = [];
  readonly fragments: string[] = [];
  readonly variables: Record<string, unknown> = {};
  private aliases = 0;

  selection(nodes: readonly RandomNode[]): string {
    return `{ ${nodes.map((node) => this.node(node)).join(' ')} }`;
  }

  private node(node: RandomNode): string {
    const condition = { always: '', include: ' @include(if: $choice)', skip: ' @skip(if: $choice)' }[node.condition];
    const children = node.children.length > 0 ? ` ${this.selection(node.children)}` : '';
    if (node.kind === 'field')
      return `${this.alias(node)}${node.name}${this.arguments(node.args)}${condition}${children}`;
    if (!node.named) return `... on ${node.on}${condition}${children}`;
    const name = `Part${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${node.on}${children}`);
    return `...${name}${condition}`;
  }

  // Fields with arguments, and those of one name but several types, may not share a response key.
  private alias({ name, args, children, parent }: Extract<RandomNode, { kind: 'field' }>): string {
    if (args.length > 0 || (parent === 'Query' && children.length > 0)) return `a${this.aliases++}: `;
    return name === 'kind' ? `kindOf${parent}: ` : '';
  }

  private arguments(args: readonly RandomArgument[]): string {
    return args.length === 0 ? '' : `(${args.map((argument) => this.argument(argument)).join(', ')})`;
  }

  private argument({ name, type, value, asVariable }: RandomArgument): string {
    if (!asVariable) {
      const node = astFromValue(value, type);
      return `${name}: ${node ? print(node) : 'null'}`;
    }
    const variable = `v${this.definitions.length}`;
    this.definitions.push(`$${variable}: ${type.toString()}`);
    this.variables[variable] = value;
    return `${name}: $${variable}`;
  }
}
