import {
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How many fields, and how many selections of any kind, lie within each other. */
interface Depth {
  readonly fields: number;
  readonly selections: number;
}

/** An operation or fragment without what it spreads. */
interface Part {
  depth: Depth;
  /** Which fragments it spreads, and how deep. */
  readonly spreads: { readonly name: string; readonly at: Depth }[];
}

/** How many selections, inline fragments and spreads among them, may lie within each other. */
export const maxNesting = 100;

const flat: Depth = { fields: 0, selections: 0 };

/** What limits are about, counted in one pass before rules read the document whose work grows faster than its length. */
export class DocumentMeasures {
  /** How deep the document is with its fragments written out. */
  readonly depth: Depth;
  readonly fragments: number;
  aliases = 0;
  directives = 0;
  /** How many of the aliases are of fields that tell about the schema. */
  schemaAliases = 0;
  /** What one selection names most often. */
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
      // How deep the schema is asked about, a rule of GraphQL's own bounds.
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
    // What lies deeper is refused whatever it is, and may be deeper than the call stack.
    if (selection.selectionSet && at.selections <= maxNesting) this.count(selection.selectionSet, part, at, isOfSchema);
  }
}

function nameOf(selection: SelectionNode): string {
  if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return `...${selection.name.value}`;
  return `... on ${selection.typeCondition?.name.value ?? 'the same type'}`;
}

// A fragment that spreads itself, which another rule refuses, ends at itself.
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
