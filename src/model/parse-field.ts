import { Kind, type FieldDefinitionNode, type TypeNode } from 'graphql';
import type { DirectiveReader } from './directive-arguments.js';
import { problemAt } from './model-problem.js';
import type { FieldModel, RelatedField, ScalarName, ValueField, Words } from './model.js';
import { constantCase, spacedWords } from './names.js';
import { words } from './parse-enums.js';
import type { Surroundings } from './parse-types.js';

const scalars: readonly ScalarName[] = ['String', 'Int', 'Float', 'Boolean'];

interface RelationshipArguments {
  readonly type: string;
  readonly direction?: string;
  readonly through?: string;
}

/** Reads the directives of one field. */
type Read = <T>(name: string) => T | undefined;

/** A field of a type; undefined where it is not as fields have to be, which is noted. */
export function parseField(
  node: FieldDefinitionNode,
  owner: string,
  surroundings: Surroundings,
  reader: DirectiveReader,
): FieldModel | undefined {
  const place = `${owner}.${node.name.value}`;
  const report = (expected: string, found: string): undefined =>
    void reader.problems.push(problemAt(node, place, expected, found));
  if ((node.description?.value.trim() ?? '') === '') report('a description above the field', 'none');
  if (node.arguments?.length) return report('no arguments: those of the API follow from the directives', 'arguments');
  const read: Read = (name) => reader.read(node, name, place);
  const type = typeOf(node.type);
  const relationship = read<RelationshipArguments>('relationship');
  const isCited = read('cited') !== undefined;
  const isEntity = type.name === 'Entity' || surroundings.types.includes(type.name);
  if (isCited) return { ...sharedParts(node, read), kind: 'cited' };
  if (relationship) {
    if (isEntity) return relatedField(node, owner, relationship, surroundings, read, report);
    return report('a type of entity, since it follows a relation', type.name);
  }
  if (isEntity) return report('@relationship, since it leads to entities', 'none');
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

type Report = (expected: string, found: string) => undefined;

function valueField(
  node: FieldDefinitionNode,
  { enums }: Surroundings,
  read: Read,
  report: Report,
): ValueField | undefined {
  const { name: typeName, isList, isNonNull } = typeOf(node.type);
  const scalar = scalars.find((one) => one === typeName);
  const values = enums.find(({ name }) => name === typeName);
  if (isList || (!scalar && !values)) {
    return report(`one of ${scalars.join(', ')}, an enum of the model, or a relation`, isList ? 'a list' : typeName);
  }
  const { min, max } = read<{ readonly min?: number; readonly max?: number }>('range') ?? {};
  const atLeast = read<{ readonly field: string }>('atLeast')?.field;
  const rankAlong = read<{ readonly along: string }>('rank')?.along;
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
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(rankAlong === undefined ? {} : { rankAlong }),
  };
}

function relatedField(
  node: FieldDefinitionNode,
  owner: string,
  { type: relation, direction, through }: RelationshipArguments,
  { relationTypes }: Surroundings,
  read: Read,
  report: Report,
): RelatedField | undefined {
  const { name, isList } = typeOf(node.type);
  const target = name === 'Entity' ? undefined : name;
  const joins = (from: string, to: string | undefined): boolean =>
    relationTypes.some((one) => one.name === relation && one.pairs.some(([a, b]) => a === from && (to ?? b) === b));
  const isJoinedBy = (to: string): boolean =>
    relationTypes.some((one) => one.name === relation && one.pairs.some(([a, b]) => b === to && (target ?? a) === a));
  const possible = [
    ...(joins(owner, target) ? (['OUT'] as const) : []),
    ...(isJoinedBy(owner) ? (['IN'] as const) : []),
  ];
  const chosen = possible.filter((one) => direction === undefined || one === direction);
  const [first] = chosen;
  if (first === undefined) {
    const pair = `${relation} to join ${owner} and ${name}${direction === undefined ? '' : ` in the direction ${direction}`}`;
    return report(`the relation type ${pair}`, 'a relation type that does not');
  }
  if (chosen.length > 1 && target !== undefined) {
    return report('direction: OUT or IN, because the relation type joins the type to itself', 'no direction');
  }
  return {
    ...sharedParts(node, read),
    ...groupOf(read, constantCase(name)),
    kind: 'related',
    ...(target === undefined ? {} : { target }),
    isList,
    relation,
    direction: first,
    ...(through === undefined ? {} : { through }),
    isWithin: read('within') !== undefined,
  };
}
