import { Kind, type FieldDefinitionNode, type TypeNode } from 'graphql';
import type { DirectiveReader } from './directive-arguments.js';
import { problemAt } from './model-problem.js';
import type { Direction, FieldModel, RelatedField, ScalarName, ValueField, BilingualText } from './model.js';
import { constantCase, spacedWords } from './names.js';
import { toBilingualText } from './parse-enums.js';
import type { DefinitionScope } from './parse-types.js';

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
  scope: DefinitionScope,
  reader: DirectiveReader,
): FieldModel | null {
  const path = `${owner}.${node.name.value}`;
  const report: Report = (expected, found) => {
    reader.problems.push(problemAt(node, path, expected, found));
    return null;
  };
  if ((node.description?.value.trim() ?? '') === '') report('a description above the field', 'none');
  if (node.arguments?.length)
    return report('no arguments, because those of the API follow from the directives', 'arguments');
  const read: Read = (name) => reader.read(node, name, path);
  const type = unwrapType(node.type);
  const relationship = read<RelationshipArguments>('relationship');
  const isCited = read('cited') !== undefined;
  const isEntity = type.name === 'Entity' || scope.types.includes(type.name);
  if (isCited) {
    if (isEntity) return { ...parseSharedParts(node, read), kind: 'cited' };
    return report('`[Entity!]!`, because the field lists the entities that cite the section', type.name);
  }
  if (relationship) {
    if (isEntity) return parseRelatedField(node, owner, relationship, scope, [read, report]);
    return report('a type of entity, because the field follows a relation', type.name);
  }
  if (isEntity) return report('@relationship, because the field returns entities', 'none');
  return parseValueField(node, scope, read, report);
}

interface UnwrappedType {
  readonly name: string;
  readonly isList: boolean;
  readonly isNonNull: boolean;
}

function unwrapType(type: TypeNode): UnwrappedType {
  if (type.kind === Kind.NON_NULL_TYPE) return { ...unwrapType(type.type), isNonNull: true };
  if (type.kind === Kind.LIST_TYPE) return { ...unwrapType(type.type), isList: true, isNonNull: false };
  return { name: type.name.value, isList: false, isNonNull: false };
}

function parseSharedParts(node: FieldDefinitionNode, read: Read) {
  const name = node.name.value;
  const label = read<Partial<BilingualText>>('label') ?? {};
  const filter = read<{ readonly name?: string }>('filter');
  return {
    name,
    description: node.description?.value.trim() ?? '',
    label: toBilingualText(label.en ?? spacedWords(name), label.zh),
    ...(filter ? { filter: filter.name ?? name } : {}),
    isSorted: read('sort') !== undefined,
    isHint: read('hint') !== undefined,
  };
}

function groupOf(read: Read, defaultName: string): { readonly group?: string; readonly groupThrough?: string } {
  const group = read<{ readonly name?: string; readonly through?: string }>('group');
  if (!group) return {};
  return { group: group.name ?? defaultName, ...(group.through === undefined ? {} : { groupThrough: group.through }) };
}

/** Reports a problem with the field; returns null in place of the field. */
type Report = (expected: string, found: string) => null;

function parseValueField(
  node: FieldDefinitionNode,
  { enums }: DefinitionScope,
  read: Read,
  report: Report,
): ValueField | null {
  const { name: typeName, isList, isNonNull } = unwrapType(node.type);
  const scalar = scalars.find((one) => one === typeName);
  const values = enums.find(({ name }) => name === typeName);
  if (isList || (!scalar && !values)) {
    return report(`one of ${scalars.join(', ')}, an enum of the model, or a relation`, isList ? 'a list' : typeName);
  }
  const shared = parseSharedParts(node, read);
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
    isSourced: read('sourced') !== undefined,
    isDate: read('date') !== undefined,
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

function parseRelatedField(
  node: FieldDefinitionNode,
  owner: string,
  relationship: RelationshipArguments,
  scope: DefinitionScope,
  [read, report]: readonly [Read, Report],
): RelatedField | null {
  const { type: relation, direction, through } = relationship;
  const { name, isList } = unwrapType(node.type);
  const target = name === 'Entity' ? undefined : name;
  // A relation type without pairs is reported at its own definition.
  if (scope.relationTypes.some(({ name: one, pairs }) => one === relation && pairs.length === 0)) return null;
  const [first, ...otherDirections] = directionsOf(owner, target, relationship, scope);
  if (first === undefined) {
    const directionNote = direction === undefined ? '' : ` in the direction ${direction}`;
    return report(`a relation type that connects ${owner} and ${name}${directionNote}`, relation);
  }
  if (otherDirections.length > 0 && target !== undefined) {
    return report('direction: OUT or IN, because the relation type connects the type to itself', 'no direction');
  }
  return {
    ...parseSharedParts(node, read),
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
  { relationTypes }: DefinitionScope,
): Direction[] {
  const pairs = relationTypes.find(({ name }) => name === type)?.pairs ?? [];
  const connects = (start: string, end: string): boolean => start === owner && end === (target ?? end);
  const directions: Direction[] = [
    ...(pairs.some(([from, to]) => connects(from, to)) ? (['OUT'] as const) : []),
    ...(pairs.some(([from, to]) => connects(to, from)) ? (['IN'] as const) : []),
  ];
  return directions.filter((one) => direction === undefined || one === direction);
}
