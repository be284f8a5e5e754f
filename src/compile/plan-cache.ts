import {
  getArgumentValues,
  isInputType,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import { fragmentsOf, selectRoot } from './selection.js';
import type { Entries } from './entry.js';
import { inputShape } from './shape.js';
import { createGenericPlan } from './generic-plan.js';
import { compileRoot, type Plan } from './statement.js';

/** The settings that the plans of all operations share. */
export interface PlanSettings {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  /** The root fields that start with a dedicated query. */
  readonly entries: Entries;
  /** How many times an operation is read by the shared query, where that can read it, before it gets its own query. */
  readonly genericReads: number;
  /** Called for every executed operation; `isCached` tells whether its plans had been compiled before. */
  readonly onPlan: (isCached: boolean) => void;
}

/** The plans of an operation for one shape of its variables. */
export interface PlanSet {
  /** Keyed by the root field's name in the response; an error if the field's arguments are invalid. */
  readonly plans: ReadonlyMap<string, Plan | Error>;
  /** The total length of their distinct contents in characters. */
  readonly length: number;
}

/** The plans in the cache. */
interface CachedPlans extends PlanSet {
  /** How many times they are used before each root field gets a query of its own. */
  usesLeft: number;
}

type Variables = Readonly<Record<string, unknown>>;

/** Maximum number of variable shapes for which an operation keeps plans. */
const maxShapes = 64;

/** A variable of an operation; its type is undefined if it is not an input type. */
interface Variable {
  readonly name: string;
  readonly type: GraphQLInputType | undefined;
}

/** Caches the plans of an operation's root fields, which are compiled once for each shape of the variables. */
export class PlanCache {
  private readonly planSets = new Map<string, CachedPlans>();
  private readonly variables: readonly Variable[];
  private readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Whether the operation may select a root field whose query is generated from its arguments. */
  private readonly hasGeneratedQuery: boolean;

  constructor(
    private readonly settings: PlanSettings,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = fragmentsOf(document);
    this.variables = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
      const input = typeFromAST(settings.schema, type);
      return { name: variable.name.value, type: isInputType(input) ? input : undefined };
    });
    const text = document.loc?.source.body ?? '';
    this.hasGeneratedQuery = [...settings.entries].some(
      ([name, { query }]) => typeof query !== 'string' && text.includes(name),
    );
  }

  /** Returns the plans for these coerced variables; throws COST_LIMIT_EXCEEDED if one is too large to compile. */
  get(variables: Variables): PlanSet {
    const key = this.keyOf(variables);
    const known = this.planSets.get(key);
    this.settings.onPlan(known !== undefined);
    if (known && known.usesLeft > 0) {
      known.usesLeft -= 1;
      return known;
    }
    const compiled = this.compile(variables, known ? 0 : this.settings.genericReads);
    // The cost of an operation does not depend on how often it was sent.
    const set = known ? { ...compiled, length: known.length } : compiled;
    if (!known && this.planSets.size >= maxShapes) this.planSets.clear();
    this.planSets.set(key, set);
    return set;
  }

  // Covers everything that plans depend on: which variables are absent or null, and the values that change the Cypher
  // text. Absent and null differ, because an argument's default replaces only an absent variable.
  private keyOf(values: Variables): string {
    let key = '';
    for (const { name, type } of this.variables) {
      key += name in values ? `|${(type && inputShape(type, values[name])) ?? 'null'}` : '|-';
    }
    // The text of a generated query may depend on scalars such as a number, which are not part of the variables' shape.
    if (this.hasGeneratedQuery) {
      for (const [, [node]] of this.collectRootFields(values)) if (node) key += ` ${this.generateQuery(node, values)}`;
    }
    return key;
  }

  private generateQuery(node: FieldNode, values: Variables): string {
    const entry = this.settings.entries.get(node.name.value);
    const definition = this.root.getFields()[node.name.value];
    if (!entry || !definition || typeof entry.query === 'string') return '';
    try {
      return entry.query(getArgumentValues(definition, node, values));
    } catch {
      return 'none'; // compiling it reports the error
    }
  }

  private compile(variableValues: Variables, genericReads: number): CachedPlans {
    const { schema, model, entries } = this.settings;
    const request = { schema, fragments: this.fragments, variableValues };
    const plans = new Map<string, Plan | Error>();
    const contents = new Set<string>();
    let usesLeft = Infinity;
    for (const [name, nodes] of this.collectRootFields(variableValues)) {
      const definition = this.root.getFields()[nodes[0]?.name.value ?? ''];
      // A field without arguments, such as `dataset`, runs a file of `cypher/` unchanged.
      if (!definition || definition.args.length === 0) continue;
      try {
        const root = selectRoot(request, this.root, nodes);
        const generic = genericReads > 0 ? createGenericPlan(schema, model, root) : undefined;
        if (generic) usesLeft = genericReads - 1;
        const plan = generic ?? compileRoot(request, root, { model, entries });
        plans.set(name, plan);
        contents.add(plan.content);
      } catch (error) {
        const isTooLarge = error instanceof AtlasError && error.code === 'COST_LIMIT_EXCEEDED';
        if (isTooLarge || !(error instanceof Error)) throw error;
        plans.set(name, error);
      }
    }
    return { plans, length: [...contents].join('').length, usesLeft };
  }

  private collectRootFields(values: Variables): ReadonlyMap<string, readonly FieldNode[]> {
    return collectFields(this.settings.schema, this.fragments, { ...values }, this.root, this.operation.selectionSet);
  }

  private get root(): GraphQLObjectType {
    const type = this.settings.schema.getRootType(this.operation.operation);
    if (!type) throw new TypeError(`The schema must define a root type for ${this.operation.operation}, found none.`);
    return type;
  }
}
