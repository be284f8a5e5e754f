import Cypher from '@neo4j/cypher-builder';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
} from 'graphql';
import type { Compilation } from './compilation.js';
import { arrow, filterPredicates, matchAll, type Filter } from './filter.js';
import { orderKeys, relationOrder, type OrderKey, type OrderStep } from './keyset.js';
import type { List } from './list.js';
import { given } from './page.js';
import { Parameters } from './parameters.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';
import type { Relationship } from './source.js';

/** All entities of a type, as `companies` lists them. */
export function rootList(compilation: Compilation, field: SelectedField, label: string): List {
  const item = new Cypher.Node();
  const order = orderOf(compilation, field);
  return {
    name: `Query.${field.name}`,
    item,
    carried: [],
    order,
    repeats: followsRelations(compilation, field, item),
    source: (predicates) => {
      const patterns: Cypher.Pattern[] = [];
      const own = filterPredicates({ ...filterOf(compilation, field, item), patterns });
      // An index gives the order only where the statement says that the property is there.
      const ordered = patterns.length + predicates.length === 0 && order[0]?.property === 'sortKey';
      const all = [...own, ...predicates, ...(ordered ? [Cypher.isNotNull(item.property('sortKey'))] : [])];
      return matchAll([new Cypher.Pattern(item, { labels: label }), ...patterns], all);
    },
    node: () => compilation.entity(field.nodes, item),
  };
}

/** The entities that a relation leads to, as `Company.tools` lists them. */
export function relatedList(
  compilation: Compilation,
  field: SelectedField,
  from: Cypher.Variable,
  parent: string,
  relationship: Relationship,
  label?: string,
): List {
  const item = new Cypher.Node();
  const relation = new Cypher.Relationship();
  const through = field.args['within'] === true ? relationship.through : undefined;
  const edge = edgeRelation(compilation, field, relation);
  const options = { type: relationship.type, direction: arrow(relationship.direction) };
  return {
    name: `${parent}.${field.name}`,
    item,
    carried: edge.relation ? [relation] : [],
    order: orderOf(compilation, field),
    repeats: false,
    source: (predicates) => {
      const labels = label ? { labels: label } : {};
      const filter = (followed: Cypher.Relationship): Cypher.Predicate[] =>
        filterPredicates({ ...filterOf(compilation, field, item), relation: followed });
      if (through) {
        const parts = { from, through, options, item, filter };
        return Cypher.utils.concat(reached(parts, predicates), ...(edge.relation ? [nearest(parts, relation)] : []));
      }
      const pattern = new Cypher.Pattern(from).related(relation, options).to(item, labels);
      return matchAll([pattern], [...filter(relation), ...predicates]);
    },
    node: () => compilation.entity(field.nodes, item),
    ...edge,
  };
}

/** The relations of an entity, or all there are. */
export function relationsList(compilation: Compilation, field: SelectedField, from?: Cypher.Variable): List {
  const item = new Cypher.Relationship();
  const { args } = field;
  return {
    name: from ? 'Entity.relations' : 'Query.relations',
    item,
    carried: [],
    order: relationOrder,
    repeats: false,
    source: (predicates) => {
      const direction = arrow(args['direction'] === 'OUT' || args['direction'] === 'IN' ? args['direction'] : 'ANY');
      const parameter = (name: string): Cypher.Expr => compilation.parameters.item(field, (values) => values[name]);
      const own = [
        ...(given(args['types']) ? [Cypher.in(Cypher.type(item), parameter('types'))] : []),
        ...(given(args['status']) ? [Cypher.in(item.property('status'), parameter('status'))] : []),
      ];
      const pattern = from
        ? new Cypher.Pattern(from).related(item, { direction })
        : new Cypher.Pattern().related(item, { direction: 'right' });
      return matchAll([pattern.to()], [...own, ...predicates]);
    },
    node: () => compilation.relation(fieldsOf(field.nodes), item),
  };
}

// A section has citations too, its own paragraphs, but does not speak of itself.
const spokenOf = Cypher.labelExpr.and('Entity', Cypher.labelExpr.not('Section'));

/**
 * The entities that a section, or one of its parts, is cited for. Citations are lists on the nodes, so this reads all
 * entities: Neo4j has no index over the items of a list.
 */
export function citedList(compilation: Compilation, field: SelectedField, section: Cypher.Variable): List {
  const item = new Cypher.Node();
  return {
    name: `Section.${field.name}`,
    item,
    carried: [],
    order: orderOf(compilation, field),
    repeats: false,
    source: (predicates) => {
      const part = new Cypher.Node();
      const citation = new Cypher.Variable();
      const numbers = new Cypher.Variable();
      const parts = new Cypher.Pattern(section)
        .related({ type: 'PART_OF', direction: 'left', length: { min: 0 } })
        .to(part);
      const marks = Cypher.plus(new Cypher.Literal('§'), part.property('number'), new Cypher.Literal(' '));
      const own = filterPredicates(filterOf(compilation, field, item));
      const mark = new Cypher.Variable();
      const cited = Cypher.any(
        citation,
        Cypher.coalesce(item.property('citations'), new Cypher.List([])),
        Cypher.any(mark, numbers, Cypher.startsWith(citation, mark)),
      );
      const all = new Cypher.Collect(Cypher.utils.concat(new Cypher.Match(parts), new Cypher.Return(marks)));
      return Cypher.utils.concat(
        new Cypher.With([all, numbers]),
        matchAll([new Cypher.Pattern(item, { labels: spokenOf })], [cited, ...own, ...predicates]),
      );
    },
    node: () => compilation.entity(field.nodes, item),
  };
}

// Found by compiling the filter once for nothing: it follows a relation where it adds a pattern.
function followsRelations(compilation: Compilation, field: SelectedField, item: Cypher.Node): boolean {
  const patterns: Cypher.Pattern[] = [];
  const draft = { ...compilation, parameters: new Parameters() };
  filterPredicates({ ...filterOf(draft, field, item), patterns });
  return patterns.length > 0;
}

/** A list that also follows its relation from the parts of an entity, such as a region's. */
interface ThroughParts {
  readonly from: Cypher.Variable;
  readonly through: string;
  readonly options: { type: string; direction: 'left' | 'right' | 'undirected' };
  readonly item: Cypher.Node;
  filter(relation: Cypher.Relationship): Cypher.Predicate[];
}

// A company may stand in a region by several facts, such as its country and its city: it is listed once.
function reached(parts: ThroughParts, predicates: readonly Cypher.Predicate[]): Cypher.Clause {
  const relation = new Cypher.Relationship();
  const pattern = throughPattern(parts, new Cypher.Relationship(), relation);
  const match = matchAll([pattern], [...parts.filter(relation), ...predicates]);
  return Cypher.utils.concat(match, new Cypher.With(parts.item).distinct());
}

// Of the facts that lead to an item the nearest one counts. It is found by LIMIT, not by an aggregate: Neo4j takes an
// aggregate inside a subquery of RETURN for one of the RETURN itself.
function nearest(parts: ThroughParts, relation: Cypher.Relationship): Cypher.Clause {
  const steps = new Cypher.Relationship();
  const found = new Cypher.Relationship();
  const first = new Cypher.Return(found).orderBy([Cypher.size(steps)], [found.property('id')]).limit(1);
  const match = matchAll([throughPattern(parts, steps, found)], parts.filter(found));
  const facts = new Cypher.Collect(Cypher.utils.concat(match, first));
  return new Cypher.With(parts.item, [Cypher.head(facts), relation]);
}

function throughPattern(
  { from, through, options, item }: ThroughParts,
  steps: Cypher.Relationship,
  relation: Cypher.Relationship,
): Cypher.Pattern {
  return new Cypher.Pattern(from)
    .related(steps, { type: through, direction: 'left', length: { min: 0 } })
    .to()
    .related(relation, options)
    .to(item);
}

function edgeRelation(
  compilation: Compilation,
  field: SelectedField,
  relation: Cypher.Relationship,
): Pick<List, 'relation'> {
  const edges = findField(fieldsOf(field.selection), 'edges');
  const asked = edges && findField(fieldsOf(edges.selection), 'relation');
  return asked ? { relation: () => compilation.relation(fieldsOf(asked.selection), relation) } : {};
}

function orderOf(compilation: Compilation, field: SelectedField): readonly OrderKey[] {
  const definition = field.definition.args.find(({ name }) => name === 'orderBy');
  const input = definition && getNamedType(definition.type);
  const order = isInputObjectType(input) ? getNamedType(input.getFields()['field']?.type) : undefined;
  const steps = field.args['orderBy'];
  return orderKeys(compilation.schema, asEnum(order), Array.isArray(steps) ? (steps as OrderStep[]) : []);
}

function asEnum(type: unknown): GraphQLEnumType | undefined {
  return isEnumType(type) ? type : undefined;
}

function filterOf(compilation: Compilation, field: SelectedField, node: Cypher.Node): Filter {
  const value = field.args['where'];
  return {
    compilation,
    field,
    type: whereType(field),
    value: typeof value === 'object' && value !== null ? (value as Filter['value']) : {},
    read: (args) => (typeof args === 'object' && args !== null ? Reflect.get(args, 'where') : undefined),
    node,
  };
}

function whereType(field: SelectedField): GraphQLInputObjectType {
  const definition = field.definition.args.find(({ name }) => name === 'where');
  const type = definition && getNullableType(definition.type);
  if (!isInputObjectType(type) || isListType(type)) throw new TypeError(`${field.name} must have a where argument.`);
  return type;
}
