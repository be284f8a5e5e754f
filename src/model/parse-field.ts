import { Kind, type FieldDefinitionNode, type TypeNode } from 'graphql';
import type { DirectiveReader } from './directive-arguments.js';
import { problemAt } from './model-problem.js';
import type { Direction, FieldModel, RelatedField, ScalarName, ValueField, Words } from './model.js';
import { constantCase, spacedWords } from './names.js';
import { words } from './parse-enums.js';
import type { Surroundings } from './parse-types.js';

const scalars: readonly ScalarName[] = ['String', 'Int', 'Float', 'Boolean'];

interface RelationshipArguments {
  readonly type: string;
  readonly direction?: string;
  readonly through?: string;
}

/** Reads the arguments of a directive of the field; undefined if the field does not have it. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the directive's type
type Read = <T>(name: string) => T | undefined;

/** Parses a field of a type; reports a problem and returns null if it is invalid. */
export function parseField(
  node: FieldDefinitionNode,
  owner: string,
  surroundings: Surroundings,
  reader: DirectiveReader,
): FieldModel | null {
  const place = `${owner}.${node.name.value}`;
  const report: Report = (expected, found) => {
    reader.problems.push(problemAt(node, place, expected, found));
    return null;
  };
  if ((node.description?.value.trim() ?? '') === '') report('a description above the field', 'none');
  if (node.arguments?.length)
    return report('no arguments, because those of the API follow from the directives', 'arguments');
  const read: Read = (name) => reader.read(node, name, place);
  const type = typeOf(node.type);
  const relationship = read<RelationshipArguments>('relationship');
  const isCited = read('cited') !== undefined;
  const isEntity = type.name === 'Entity' || surroundings.types.includes(type.name);
  if (isCited) return { ...sharedParts(node, read), kind: 'cited' };
  if (relationship) {
    if (isEntity) return relatedField(node, owner, relationship, surroundings, [read, report]);
    return report('a type of entity, because the field follows a relation', type.name);
  }
  if (isEntity) return report('@relationship, because the field returns entities', 'none');
  return valueField(node, surroundings, read, report);
}

interface DeclaredTypeName {
  readonly name: string;
  readonly isList: boolean;
  readonly isNonNull: boolean;
}

function typeOf(type: TypeNode): DeclaredTypeName {
  if (type.kind === Kind.NON_NULL_TYPE) return { ...typeOf(type.type), isNonNull: true };
  if (type.kind === Kind.LIST_TYPE) return { ...typeOf(type.type), isList: true, isNonNull: false };
  return { name: type.name.value, isList: false, isNonNull: false };
}

function sharedParts(node: FieldDefinitionNode, read: Read) {
  const name = node.name.value;
  const label = read<Partial<Words>>('label') ?? {};
  const filter = read<{ readonly name?: string }>('filter');
  return {
    name,
    description: node.description?.value.trim() ?? '',
    label: words(label.en ?? spacedWords(name), label.zh),
    ...(filter ? { filter: filter.name ?? name } : {}),
    isSorted: read('sort') !== undefined,
    isHint: read('hint') !== undefined,
  };
}

function groupOf(read: Read, usual: string): { readonly group?: string; readonly groupThrough?: string } {
  const group = read<{ readonly name?: string; readonly through?: string }>('group');
  if (!group) return {};
  return { group: group.name ?? usual, ...(group.through === undefined ? {} : { groupThrough: group.through }) };
}

/** Reports a problem with the field; returns null in place of the field. */
type Report = (expected: string, found: string) => null;

function valueField(node: FieldDefinitionNode, { enums }: Surroundings, read: Read, report: Report): ValueField | null {
  const { name: typeName, isList, isNonNull } = typeOf(node.type);
  const scalar = scalars.find((one) => one === typeName);
  const values = enums.find(({ name }) => name === typeName);
  if (isList || (!scalar && !values)) {
    return report(`one of ${scalars.join(', ')}, an enum of the model, or a relation`, isList ? 'a list' : typeName);
  }
  const shared = sharedParts(node, read);
  const { group } = groupOf(read, constantCase(shared.name));
  return {
    ...shared,
    ...(group === undefined ? {} : { group }),
    kind: 'value',
    ...(scalar ? { scalar } : {}),
    ...(values ? { values } : {}),
    isNonNull,
    isRequired: isNonNull || read('required') !== undefined,
    isLocalized: read('localized') !== undefined,
    isUnique: read('unique') !== undefined,
    property: read<{ readonly name: string }>('property')?.name ?? shared.name,
    ...limitsOf(read),
  };
}

function limitsOf(read: Read): Pick<ValueField, 'min' | 'max' | 'atLeast' | 'rankAlong'> {
  const { min, max } = read<{ readonly min?: number; readonly max?: number }>('range') ?? {};
  const atLeast = read<{ readonly field: string }>('atLeast')?.field;
  const rankAlong = read<{ readonly along: string }>('rank')?.along;
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(rankAlong === undefined ? {} : { rankAlong }),
  };
}

function relatedField(
  node: FieldDefinitionNode,
  owner: string,
  relationship: RelationshipArguments,
  surroundings: Surroundings,
  [read, report]: readonly [Read, Report],
): RelatedField | null {
  const { type: relation, direction, through } = relationship;
  const { name, isList } = typeOf(node.type);
  const target = name === 'Entity' ? undefined : name;
  // A relation type without pairs is reported at its own definition.
  if (surroundings.relationTypes.some(({ name: one, pairs }) => one === relation && pairs.length === 0)) return null;
  const [first, ...others] = directionsOf(owner, target, relationship, surroundings);
  if (first === undefined) {
    const way = direction === undefined ? '' : ` in the direction ${direction}`;
    return report(`a relation type that connects ${owner} and ${name}${way}`, relation);
  }
  if (others.length > 0 && target !== undefined) {
    return report('direction: OUT or IN, because the relation type connects the type to itself', 'no direction');
  }
  return {
    ...sharedParts(node, read),
    ...groupOf(read, constantCase(name)),
    kind: 'related',
    ...(target === undefined ? {} : { target }),
    ...(through === undefined ? {} : { through }),
    ...{ isList, relation, direction: first, isWithin: read('within') !== undefined },
  };
}

/** The directions in which a relation type connects the owner to the target, or to any type without a target. */
function directionsOf(
  owner: string,
  target: string | undefined,
  { type, direction }: RelationshipArguments,
  { relationTypes }: Surroundings,
): Direction[] {
  const pairs = relationTypes.find(({ name }) => name === type)?.pairs ?? [];
  const leads = (here: string, there: string): boolean => here === owner && there === (target ?? there);
  const possible: Direction[] = [
    ...(pairs.some(([from, to]) => leads(from, to)) ? (['OUT'] as const) : []),
    ...(pairs.some(([from, to]) => leads(to, from)) ? (['IN'] as const) : []),
  ];
  return possible.filter((one) => direction === undefined || one === direction);
}
