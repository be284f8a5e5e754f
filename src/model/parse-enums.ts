import type { EnumTypeDefinitionNode, EnumValueDefinitionNode } from 'graphql';
import type { DefinitionReader } from './definition-reader.js';
import type { EnumModel, Pair, RelationTypeModel } from './model.js';
import { kebabCase } from './names.js';

interface PhraseArguments {
  readonly en: string;
  readonly inverse: string;
  readonly zh?: string;
  readonly inverseZh?: string;
}

interface RelationArguments {
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

/** Parses an enum of the model other than `RelationType`. */
export function parseEnum(reader: DefinitionReader<EnumTypeDefinitionNode>): EnumModel {
  if (reader.has('atlas')) reader.report('@atlas on the enum RelationType only', '@atlas');
  return {
    name: reader.name,
    description: reader.readDescription('above it'),
    values: reader.members(reader.node.values).map((value) => ({
      name: value.name,
      description: value.readDescription('above it'),
      label: value.readLabel(),
    })),
  };
}

/**
 * Parses a value of the enum `RelationType` with the pairs of entity types that it connects. `typeNames` has the name of
 * each entity type by its value of `EntityType`.
 */
export function parseRelationType(
  reader: DefinitionReader<EnumValueDefinitionNode>,
  typeNames: ReadonlyMap<string, string>,
): RelationTypeModel {
  const problemCount = reader.problems.length;
  const phrase = reader.read<PhraseArguments>('phrase');
  const endpoints = reader.readAll<RelationArguments>('relation');
  if (reader.problems.length === problemCount) {
    if (phrase === undefined) reader.report('@phrase with both directions', 'none');
    if (endpoints.length === 0) reader.report('@relation with the types that it connects', 'none');
  }
  const toTypeName = (value: string): string => typeNames.get(value) ?? value;
  const toTypeNames = (values: readonly string[] = [...typeNames.keys()]): string[] => values.map(toTypeName);
  const description = reader.readDescription('above it');
  const { from: bareFrom, to: bareTo } = reader.read<RelationTypeModel['bareTypes']>('bareEnd') ?? {};
  return {
    name: reader.name,
    description,
    bareTypes: { from: bareFrom && toTypeName(bareFrom), to: bareTo && toTypeName(bareTo) },
    file: `relation/${kebabCase(reader.name)}`,
    pairs: endpoints.flatMap(({ from, to }) =>
      toTypeNames(from).flatMap((one) => toTypeNames(to).map((other): Pair => [one, other])),
    ),
    phrase: { en: phrase?.en ?? '', zh: phrase?.zh },
    inverse: { en: phrase?.inverse ?? '', zh: phrase?.inverseZh },
    isAcyclic: reader.has('acyclic'),
  };
}
