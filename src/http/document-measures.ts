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
interface DefinitionDepth {
  depth: Depth;
  /** The fragments that it spreads, and at which depth. */
  readonly spreads: { readonly name: string; readonly depth: Depth }[];
}

/** Maximum nesting depth of selections, including inline fragments and spreads. */
export const maxNesting = 100;

const zeroDepth: Depth = { fields: 0, selections: 0 };

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
    const fragments = new Map<string, DefinitionDepth>();
    const operations: DefinitionDepth[] = [];
    for (const definition of definitions) {
      const definitionDepth = this.measureDefinition(definition);
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definitionDepth);
      else operations.push(definitionDepth);
    }
    const depths = new Map<DefinitionDepth, Depth>();
    this.fragments = fragments.size;
    this.depth = operations
      .map((definitionDepth) => expandDepth(definitionDepth, fragments, depths))
      .reduce(maxDepth, zeroDepth);
  }

  private measureDefinition(definition: DefinitionNode): DefinitionDepth {
    const definitionDepth: DefinitionDepth = { depth: zeroDepth, spreads: [] };
    if (!('selectionSet' in definition)) return definitionDepth;
    const isIntrospection = 'typeCondition' in definition && definition.typeCondition.name.value.startsWith('__');
    this.directives += definition.directives?.length ?? 0;
    const isOperation = definition.kind === Kind.OPERATION_DEFINITION;
    const variables = isOperation ? (definition.variableDefinitions ?? []) : [];
    for (const { directives } of variables) this.directives += directives?.length ?? 0;
    this.countSelections(definition.selectionSet, definitionDepth, zeroDepth, isIntrospection);
    return definitionDepth;
  }

  private countSelections(
    { selections }: SelectionSetNode,
    definitionDepth: DefinitionDepth,
    parentDepth: Depth,
    isIntrospection: boolean,
  ): void {
    const counts = new Map<string, number>();
    for (const selection of selections) {
      const name = labelOf(selection);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      if (count > this.repeats.count) this.repeats = { name, count };
      this.directives += selection.directives?.length ?? 0;
      // Introspection fields do not count: a rule of graphql-js limits their depth.
      const isCounted = selection.kind === Kind.FIELD && !isIntrospection;
      const selectionDepth = { fields: parentDepth.fields + Number(isCounted), selections: parentDepth.selections + 1 };
      definitionDepth.depth = maxDepth(definitionDepth.depth, selectionDepth);
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        definitionDepth.spreads.push({ name: selection.name.value, depth: selectionDepth });
      else this.countNested(selection, definitionDepth, selectionDepth, isIntrospection);
    }
  }

  private countNested(
    selection: FieldNode | InlineFragmentNode,
    definitionDepth: DefinitionDepth,
    selectionDepth: Depth,
    isParentIntrospection: boolean,
  ): void {
    const isField = selection.kind === Kind.FIELD;
    const isIntrospection = isParentIntrospection || (isField && ['__schema', '__type'].includes(selection.name.value));
    if (isField && selection.alias) {
      this.aliases += 1;
      if (isIntrospection) this.schemaAliases += 1;
    }
    // Deeper selections are not counted: the document is rejected anyway, and they might overflow the call stack.
    if (selection.selectionSet && selectionDepth.selections <= maxNesting)
      this.countSelections(selection.selectionSet, definitionDepth, selectionDepth, isIntrospection);
  }
}

function labelOf(selection: SelectionNode): string {
  if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return `...${selection.name.value}`;
  return `... on ${selection.typeCondition?.name.value ?? 'the same type'}`;
}

// A fragment that spreads itself is not expanded again; another rule rejects it.
function expandDepth(
  definitionDepth: DefinitionDepth,
  fragments: ReadonlyMap<string, DefinitionDepth>,
  depths: Map<DefinitionDepth, Depth>,
): Depth {
  const cachedDepth = depths.get(definitionDepth);
  if (cachedDepth) return cachedDepth;
  depths.set(definitionDepth, zeroDepth);
  let depth = definitionDepth.depth;
  for (const { name, depth: spreadDepth } of definitionDepth.spreads) {
    const fragment = fragments.get(name);
    const fragmentDepth = fragment ? expandDepth(fragment, fragments, depths) : zeroDepth;
    depth = maxDepth(depth, {
      fields: spreadDepth.fields + fragmentDepth.fields,
      selections: spreadDepth.selections + fragmentDepth.selections,
    });
  }
  depths.set(definitionDepth, depth);
  return depth;
}

function maxDepth(a: Depth, b: Depth): Depth {
  return { fields: Math.max(a.fields, b.fields), selections: Math.max(a.selections, b.selections) };
}
