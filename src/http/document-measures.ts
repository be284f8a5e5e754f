import {
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The nesting depth of a document: of its fields, and of its selections of any kind. */
interface Depth {
  readonly fields: number;
  readonly selections: number;
}

/** The depth of an operation or fragment, without the fragments that it spreads. */
interface Part {
  depth: Depth;
  /** The fragments that it spreads, and at which depth. */
  readonly spreads: { readonly name: string; readonly at: Depth }[];
}

/** Maximum nesting depth of selections, including inline fragments and spreads. */
export const maxNesting = 100;

const flat: Depth = { fields: 0, selections: 0 };

/**
 * The properties of a document that limits apply to. They are counted in one pass, before validation rules whose work
 * grows faster than the length of the document.
 */
export class DocumentMeasures {
  /** The depth of the document with its fragments expanded. */
  readonly depth: Depth;
  readonly fragments: number;
  aliases = 0;
  directives = 0;
  /** How many of the aliases are of introspection fields. */
  schemaAliases = 0;
  /** The name that occurs most often in one selection set, and how often. */
  repeats = { name: '', count: 0 };

  constructor({ definitions }: DocumentNode) {
    const fragments = new Map<string, Part>();
    const operations: Part[] = [];
    for (const definition of definitions) {
      const part = this.partOf(definition);
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, part);
      else operations.push(part);
    }
    const depths = new Map<Part, Depth>();
    this.fragments = fragments.size;
    this.depth = operations.map((part) => writtenOut(part, fragments, depths)).reduce(deeper, flat);
  }

  private partOf(definition: DefinitionNode): Part {
    const part: Part = { depth: flat, spreads: [] };
    if (!('selectionSet' in definition)) return part;
    const isOfSchema = 'typeCondition' in definition && definition.typeCondition.name.value.startsWith('__');
    this.directives += definition.directives?.length ?? 0;
    const isOperation = definition.kind === Kind.OPERATION_DEFINITION;
    const variables = isOperation ? (definition.variableDefinitions ?? []) : [];
    for (const { directives } of variables) this.directives += directives?.length ?? 0;
    this.count(definition.selectionSet, part, flat, isOfSchema);
    return part;
  }

  private count({ selections }: SelectionSetNode, part: Part, above: Depth, isOfSchema: boolean): void {
    const times = new Map<string, number>();
    for (const selection of selections) {
      const name = nameOf(selection);
      const count = (times.get(name) ?? 0) + 1;
      times.set(name, count);
      if (count > this.repeats.count) this.repeats = { name, count };
      this.directives += selection.directives?.length ?? 0;
      // Introspection fields do not count: a rule of graphql-js limits their depth.
      const isCounted = selection.kind === Kind.FIELD && !isOfSchema;
      const at = { fields: above.fields + Number(isCounted), selections: above.selections + 1 };
      part.depth = deeper(part.depth, at);
      if (selection.kind === Kind.FRAGMENT_SPREAD) part.spreads.push({ name: selection.name.value, at });
      else this.countWithin(selection, part, at, isOfSchema);
    }
  }

  private countWithin(selection: FieldNode | InlineFragmentNode, part: Part, at: Depth, isAbove: boolean): void {
    const isField = selection.kind === Kind.FIELD;
    const isOfSchema = isAbove || (isField && ['__schema', '__type'].includes(selection.name.value));
    if (isField && selection.alias) {
      this.aliases += 1;
      if (isOfSchema) this.schemaAliases += 1;
    }
    // Deeper selections are not counted: the document is rejected anyway, and they might overflow the call stack.
    if (selection.selectionSet && at.selections <= maxNesting) this.count(selection.selectionSet, part, at, isOfSchema);
  }
}

function nameOf(selection: SelectionNode): string {
  if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return `...${selection.name.value}`;
  return `... on ${selection.typeCondition?.name.value ?? 'the same type'}`;
}

// A fragment that spreads itself is not expanded again; another rule rejects it.
function writtenOut(part: Part, fragments: ReadonlyMap<string, Part>, depths: Map<Part, Depth>): Depth {
  const known = depths.get(part);
  if (known) return known;
  depths.set(part, flat);
  let depth = part.depth;
  for (const { name, at } of part.spreads) {
    const fragment = fragments.get(name);
    const inner = fragment ? writtenOut(fragment, fragments, depths) : flat;
    depth = deeper(depth, { fields: at.fields + inner.fields, selections: at.selections + inner.selections });
  }
  depths.set(part, depth);
  return depth;
}

function deeper(a: Depth, b: Depth): Depth {
  return { fields: Math.max(a.fields, b.fields), selections: Math.max(a.selections, b.selections) };
}
