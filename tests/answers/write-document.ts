import { astFromValue, isObjectType, print } from 'graphql';
import type { Template } from './draw-arguments.js';
import type { Condition, DrawnField, DrawnFragment, DrawnNode } from './drawn-nodes.js';
import type { DrawnVariable } from './draw-variables.js';

/** The fields behind each response name in one merged selection set. */
class Names {
  private readonly known = new Map<string, { readonly meanings: DrawnMeaning[]; readonly below: Names }>();

  /** Reserves a response name for a field, if possible the preferred one, and returns it with the names below it. */
  take(wished: string, meaning: DrawnMeaning): { readonly name: string; readonly below: Names } {
    for (let number = 0; ; number += 1) {
      const name = number === 0 ? wished : `${wished}${number}`;
      const known = this.known.get(name) ?? { meanings: [], below: new Names() };
      if (!known.meanings.every((other) => canMerge(meaning, other))) continue;
      known.meanings.push(meaning);
      this.known.set(name, known);
      return { name, below: known.below };
    }
  }
}

interface DrawnMeaning {
  readonly text: string;
  readonly field: DrawnField;
}

// GraphQL merges equal fields. On two different object types they never apply together and need only the same type.
function canMerge(one: DrawnMeaning, other: DrawnMeaning): boolean {
  if (one.field.type !== other.field.type) return false;
  const [parent, otherParent] = [one.field.parent, other.field.parent];
  const neverMeet = parent !== otherParent && isObjectType(parent) && isObjectType(otherParent);
  return neverMeet || one.text === other.text;
}

/** Writes the selection sets of a document, which share variables, fragments and response names. */
export class DocumentWriter {
  /** The definitions of the named fragments. */
  readonly fragments: string[] = [];
  private readonly variables = new Map<string, { readonly name: string; readonly variable: DrawnVariable }>();
  private readonly root = new Names();

  /** Writes a selection set of Query and returns it with the variables that it uses. */
  selection(nodes: readonly DrawnNode[]): {
    readonly text: string;
    readonly variables: ReadonlyMap<string, DrawnVariable>;
  } {
    const used = new Map<string, DrawnVariable>();
    return {
      text: new SelectionWriter(this.fragments, this.variables, used).selection(nodes, this.root),
      variables: used,
    };
  }
}

class SelectionWriter {
  constructor(
    private readonly fragments: string[],
    private readonly known: Map<string, { readonly name: string; readonly variable: DrawnVariable }>,
    private readonly used: Map<string, DrawnVariable>,
  ) {}

  selection(nodes: readonly DrawnNode[], names: Names): string {
    return `{ ${nodes.map((node) => (node.kind === 'field' ? this.writeField(node, names) : this.fragment(node, names))).join(' ')} }`;
  }

  private writeField(field: DrawnField, names: Names): string {
    const args = field.args.map(({ name, value }) => `${name}: ${this.value(value)}`);
    const text = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
    const { name, below } = names.take(field.alias ?? field.name, { text, field });
    const children = field.children.length > 0 ? ` ${this.selection(field.children, below)}` : '';
    return `${name === field.name ? '' : `${name}: `}${text}${this.writeConditions(field.conditions)}${children}`;
  }

  private fragment({ on, form, conditions, children }: DrawnFragment, names: Names): string {
    const directives = this.writeConditions(conditions);
    const body = this.selection(children, names);
    if (form !== 'named') return `...${form === 'inline' ? ` on ${on.name}` : ''}${directives} ${body}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${on.name} ${body}`);
    return `...${name}${directives}`;
  }

  private writeConditions(conditions: readonly Condition[]): string {
    return conditions.map(({ directive, value }) => ` @${directive}(if: ${this.value(value)})`).join('');
  }

  private value(template: Template): string {
    switch (template.kind) {
      case 'literal':
        return written(template.value, template.type);
      case 'list':
        return `[${template.items.map((item) => this.value(item)).join(', ')}]`;
      case 'object':
        return `{ ${template.fields.map(([name, value]) => `${name}: ${this.value(value)}`).join(', ')} }`;
      case 'variable':
        return this.writeVariable(template.variable);
    }
  }

  // Positions with the same key share the first variable.
  private writeVariable(variable: DrawnVariable): string {
    const known = this.known.get(variable.key) ?? { name: `v${this.known.size}`, variable };
    this.known.set(variable.key, known);
    this.used.set(known.name, known.variable);
    return `$${known.name}`;
  }
}

/** Writes the declaration of a variable. */
export function declaration(name: string, { type, inputType, defaultValue }: DrawnVariable): string {
  return `$${name}: ${type}${defaultValue === undefined ? '' : ` = ${written(defaultValue, inputType)}`}`;
}

function written(value: unknown, type: DrawnVariable['inputType']): string {
  const node = astFromValue(value, type);
  return node ? print(node) : 'null';
}
