import { Kind, type FieldDefinitionNode, type TypeNode } from 'graphql';
import type { DefinitionReader } from './definition-reader.js';
import type { CitedField, Direction, FieldModel, RelatedField, ScalarName, ValueField } from './model.js';
import { constantCase } from './names.js';
import type { DefinitionScope } from './parse-types.js';

const scalars: readonly ScalarName[] = ['String', 'Int', 'Float', 'Boolean'];

interface RelationshipArguments {
  readonly type: string;
  readonly direction?: string;
  readonly through?: string;
}

/** The parts of a field that do not depend on its kind. */
type SharedParts = Omit<CitedField, 'kind'>;

interface GroupArguments {
  readonly name?: string;
  readonly through?: string;
}

/** Parses a field of the type `owner`; reports a problem and returns null if it is invalid. */
export function parseField(
  reader: DefinitionReader<FieldDefinitionNode>,
  owner: string,
  scope: DefinitionScope,
): FieldModel | null {
  const shared = parseSharedParts(reader);
  if (reader.node.arguments?.length)
    return reader.report('no arguments, because those of the API follow from the directives', 'arguments');
  const type = unwrapType(reader.node.type);
  const relationship = reader.read<RelationshipArguments>('relationship');
  const isEntity = type.name === 'Entity' || scope.types.includes(type.name);
  if (reader.has('cited')) {
    if (isEntity) return { ...shared, kind: 'cited' };
    return reader.report('`[Entity!]!`, because the field lists the entities that cite the section', type.name);
  }
  if (relationship) {
    if (isEntity) return parseRelatedField(reader, shared, type, relationship, owner, scope);
    return reader.report('a type of entity, because the field follows a relation', type.name);
  }
  if (isEntity) return reader.report('@relationship, because the field returns entities', 'none');
  return parseValueField(reader, shared, type, scope);
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

function parseSharedParts(reader: DefinitionReader): SharedParts {
  const filter = reader.read<{ readonly name?: string }>('filter');
  return {
    name: reader.name,
    description: reader.readDescription('above the field'),
    label: reader.readLabel(),
    filter: filter && (filter.name ?? reader.name),
    isSorted: reader.has('sort'),
    isHint: reader.has('hint'),
  };
}

function groupNameOf(group: GroupArguments | undefined, defaultName: string): string | undefined {
  return group && (group.name ?? constantCase(defaultName));
}

function parseValueField(
  reader: DefinitionReader,
  shared: SharedParts,
  { name: typeName, isList, isNonNull }: UnwrappedType,
  { enums }: DefinitionScope,
): ValueField | null {
  const scalar = scalars.find((one) => one === typeName);
  const values = enums.find(({ name }) => name === typeName);
  if (isList || (!scalar && !values)) {
    const expected = `one of ${scalars.join(', ')}, an enum of the model, or a relation`;
    return reader.report(expected, isList ? 'a list' : typeName);
  }
  return {
    ...shared,
    group: groupNameOf(reader.read<GroupArguments>('group'), shared.name),
    kind: 'value',
    scalar,
    values,
    isNonNull,
    isRequired: isNonNull || reader.has('required'),
    isLocalized: reader.has('localized'),
    isUnique: reader.has('unique'),
    isSourced: reader.has('sourced'),
    isDate: reader.has('date'),
    property: reader.read<{ readonly name: string }>('property')?.name ?? shared.name,
    ...reader.read<Pick<ValueField, 'min' | 'max'>>('range'),
    atLeast: reader.read<{ readonly field: string }>('atLeast')?.field,
    rankAlong: reader.read<{ readonly along: string }>('rank')?.along,
  };
}

function parseRelatedField(
  reader: DefinitionReader,
  shared: SharedParts,
  { name, isList }: UnwrappedType,
  relationship: RelationshipArguments,
  owner: string,
  scope: DefinitionScope,
): RelatedField | null {
  const target = name === 'Entity' ? undefined : name;
  const direction = findDirection(reader, owner, target, relationship, scope);
  if (direction === null) return null;
  const group = reader.read<GroupArguments>('group');
  return {
    ...shared,
    group: groupNameOf(group, name),
    groupThrough: group?.through,
    kind: 'related',
    target,
    through: relationship.through,
    isList,
    relation: relationship.type,
    direction,
    isWithin: reader.has('within'),
  };
}

/** The direction in which a relation type connects the owner to the target, or to any type without a target. */
function findDirection(
  reader: DefinitionReader,
  owner: string,
  target: string | undefined,
  { type, direction }: RelationshipArguments,
  { relationTypes }: DefinitionScope,
): Direction | null {
  const relationType = relationTypes.find(({ name }) => name === type);
  const pairs = relationType?.pairs ?? [];
  // A relation type without pairs is reported at its own definition.
  if (relationType && pairs.length === 0) return null;
  const connects = (start: string, end: string): boolean => start === owner && end === (target ?? end);
  const directions: Direction[] = [
    ...(pairs.some(([from, to]) => connects(from, to)) ? (['OUT'] as const) : []),
    ...(pairs.some(([from, to]) => connects(to, from)) ? (['IN'] as const) : []),
  ];
  const [first, second] = directions.filter((one) => direction === undefined || one === direction);
  if (first === undefined) {
    const directionNote = direction === undefined ? '' : ` in the direction ${direction}`;
    return reader.report(`a relation type that connects ${owner} and ${target ?? 'Entity'}${directionNote}`, type);
  }
  if (second === undefined || target === undefined) return first;
  return reader.report('direction: OUT or IN, because the relation type connects the type to itself', 'no direction');
}
