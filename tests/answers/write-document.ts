import { astFromValue, isObjectType, print } from 'graphql';
import type { ValueTemplate } from './generate-arguments.js';
import type { ConditionDirective, GeneratedField, GeneratedFragment, GeneratedNode } from './generated-nodes.js';
import type { GeneratedVariable } from './generate-variables.js';

/** The fields behind each response name in one merged selection set. */
class ResponseNames {
  private readonly entries = new Map<string, { readonly fields: ResponseField[]; readonly nested: ResponseNames }>();

  /** Reserves a response name for a field, if possible the preferred one, and returns it with the names below it. */
  reserve(preferredName: string, field: ResponseField): { readonly name: string; readonly nested: ResponseNames } {
    for (let number = 0; ; number += 1) {
      const name = number === 0 ? preferredName : `${preferredName}${number}`;
      const entry = this.entries.get(name) ?? { fields: [], nested: new ResponseNames() };
      if (!entry.fields.every((other) => canMerge(field, other))) continue;
      entry.fields.push(field);
      this.entries.set(name, entry);
      return { name, nested: entry.nested };
    }
  }
}

interface ResponseField {
  readonly text: string;
  readonly field: GeneratedField;
}

// GraphQL merges equal fields. On two different object types they never apply together and need only the same type.
function canMerge(one: ResponseField, other: ResponseField): boolean {
  if (one.field.type !== other.field.type) return false;
  const [parent, otherParent] = [one.field.parent, other.field.parent];
  const areExclusive = parent !== otherParent && isObjectType(parent) && isObjectType(otherParent);
  return areExclusive || one.text === other.text;
}

/** Writes the selection sets of a document, which share variables, fragments and response names. */
export class DocumentWriter {
  /** The definitions of the named fragments. */
  readonly fragments: string[] = [];
  private readonly variables = new Map<string, { readonly name: string; readonly variable: GeneratedVariable }>();
  private readonly root = new ResponseNames();

  /** Writes a selection set of Query and returns it with the variables that it uses. */
  writeSelection(nodes: readonly GeneratedNode[]): {
    readonly text: string;
    readonly variables: ReadonlyMap<string, GeneratedVariable>;
  } {
    const usedVariables = new Map<string, GeneratedVariable>();
    return {
      text: new SelectionWriter(this.fragments, this.variables, usedVariables).writeSelection(nodes, this.root),
      variables: usedVariables,
    };
  }
}

class SelectionWriter {
  constructor(
    private readonly fragments: string[],
    private readonly declared: Map<string, { readonly name: string; readonly variable: GeneratedVariable }>,
    private readonly usedVariables: Map<string, GeneratedVariable>,
  ) {}

  writeSelection(nodes: readonly GeneratedNode[], names: ResponseNames): string {
    return `{ ${nodes.map((node) => (node.kind === 'field' ? this.writeField(node, names) : this.writeFragment(node, names))).join(' ')} }`;
  }

  private writeField(field: GeneratedField, names: ResponseNames): string {
    const args = field.args.map(({ name, value }) => `${name}: ${this.writeTemplate(value)}`);
    const text = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
    const { name, nested } = names.reserve(field.alias ?? field.name, { text, field });
    const children = field.children.length > 0 ? ` ${this.writeSelection(field.children, nested)}` : '';
    return `${name === field.name ? '' : `${name}: `}${text}${this.writeConditions(field.conditions)}${children}`;
  }

  private writeFragment({ on, form, conditions, children }: GeneratedFragment, names: ResponseNames): string {
    const directives = this.writeConditions(conditions);
    const body = this.writeSelection(children, names);
    if (form !== 'named') return `...${form === 'inline' ? ` on ${on.name}` : ''}${directives} ${body}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${on.name} ${body}`);
    return `...${name}${directives}`;
  }

  private writeConditions(conditions: readonly ConditionDirective[]): string {
    return conditions.map(({ directive, value }) => ` @${directive}(if: ${this.writeTemplate(value)})`).join('');
  }

  private writeTemplate(template: ValueTemplate): string {
    switch (template.kind) {
      case 'literal':
        return writeValue(template.value, template.type);
      case 'list':
        return `[${template.items.map((item) => this.writeTemplate(item)).join(', ')}]`;
      case 'object':
        return `{ ${template.fields.map(([name, value]) => `${name}: ${this.writeTemplate(value)}`).join(', ')} }`;
      case 'variable':
        return this.writeVariable(template.variable);
    }
  }

  // Positions with the same key share the first variable.
  private writeVariable(variable: GeneratedVariable): string {
    const declared = this.declared.get(variable.key) ?? { name: `v${this.declared.size}`, variable };
    this.declared.set(variable.key, declared);
    this.usedVariables.set(declared.name, declared.variable);
    return `$${declared.name}`;
  }
}

/** Writes the declaration of a variable. */
export function writeDeclaration(name: string, { type, inputType, defaultValue }: GeneratedVariable): string {
  return `$${name}: ${type}${defaultValue === undefined ? '' : ` = ${writeValue(defaultValue, inputType)}`}`;
}

function writeValue(value: unknown, type: GeneratedVariable['inputType']): string {
  const node = astFromValue(value, type);
  return node ? print(node) : 'null';
}
