import type { EnumTypeDefinitionNode, EnumValueDefinitionNode } from 'graphql';
import type { Declarations } from './declarations.js';
import type { DirectiveReader } from './directive-arguments.js';
import { problemAt } from './model-problem.js';
import type { EnumModel, EnumValueModel, Pair, RelationTypeModel, BilingualText } from './model.js';
import { kebabCase, spacedWords } from './names.js';

/** The name of the enum that lists a model's relation types. */
const relationEnum = 'RelationType';

interface PhraseArguments {
  readonly en: string;
  readonly inverse: string;
  readonly zh?: string;
  readonly inverseZh?: string;
}

interface BareEndArguments {
  readonly from?: string;
  readonly to?: string;
}

interface RelationArguments {
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

/** Reads the description of a definition; reports a problem if it is missing. */
function readDescription(
  reader: DirectiveReader,
  node: EnumValueDefinitionNode | EnumTypeDefinitionNode,
  path: string,
): string {
  const text = node.description?.value.trim() ?? '';
  if (text === '') reader.problems.push(problemAt(node, path, 'a description above it', 'none'));
  return text;
}

/** Combines an English text with its Chinese translation, if there is one. */
export function toBilingualText(en: string, zh: string | undefined): BilingualText {
  return zh === undefined ? { en } : { en, zh };
}

/** Parses the enums of the model, except `RelationType`. */
export function parseEnums({ enums }: Declarations, reader: DirectiveReader): EnumModel[] {
  return enums
    .filter(({ name }) => name.value !== relationEnum)
    .map((node) => {
      const name = node.name.value;
      if (reader.read(node, 'atlas', name) !== undefined)
        reader.problems.push(problemAt(node, name, `@atlas on the enum ${relationEnum} only`, '@atlas'));
      const values = (node.values ?? []).map((value) => parseValue(value, name, reader));
      return { name, description: readDescription(reader, node, name), values };
    });
}

function parseValue(node: EnumValueDefinitionNode, owner: string, reader: DirectiveReader): EnumValueModel {
  const name = node.name.value;
  const path = `${owner}.${name}`;
  const label = reader.read<Partial<BilingualText>>(node, 'label', path) ?? {};
  return {
    name,
    description: readDescription(reader, node, path),
    label: toBilingualText(label.en ?? spacedWords(name), label.zh),
  };
}

/** Parses the name of the atlas, and the relation types, each with the pairs of entity types that it connects. */
export function parseRelationTypes(
  { enums }: Declarations,
  typeNames: ReadonlyMap<string, string>,
  reader: DirectiveReader,
): { readonly name: BilingualText; readonly description: string; readonly types: readonly RelationTypeModel[] } {
  const node = enums.find(({ name }) => name.value === relationEnum);
  const types = (node?.values ?? []).map((value) => parseRelationType(value, typeNames, reader));
  const atlas = node && reader.read<BilingualText>(node, 'atlas', relationEnum);
  const description = node ? readDescription(reader, node, relationEnum) : '';
  return { name: atlas ?? { en: 'Atlas' }, description, types };
}

function parseRelationType(
  node: EnumValueDefinitionNode,
  typeNames: ReadonlyMap<string, string>,
  reader: DirectiveReader,
): RelationTypeModel {
  const name = node.name.value;
  const path = `${relationEnum}.${name}`;
  const problemCount = reader.problems.length;
  const phrase = reader.read<PhraseArguments>(node, 'phrase', path);
  const endpoints = reader.readAll<RelationArguments>(node, 'relation', path);
  if (reader.problems.length === problemCount) {
    if (phrase === undefined) reader.problems.push(problemAt(node, path, '@phrase with both directions', 'none'));
    if (endpoints.length === 0)
      reader.problems.push(problemAt(node, path, '@relation with the types that it connects', 'none'));
  }
  const toTypeName = (value: string): string => typeNames.get(value) ?? value;
  const toTypeNames = (values: readonly string[] = [...typeNames.keys()]): string[] => values.map(toTypeName);
  return {
    name,
    description: readDescription(reader, node, path),
    bareTypes: mapValues(reader.read<BareEndArguments>(node, 'bareEnd', path), toTypeName),
    file: `relation/${kebabCase(name)}`,
    pairs: endpoints.flatMap(({ from, to }) =>
      toTypeNames(from).flatMap((one) => toTypeNames(to).map((other): Pair => [one, other])),
    ),
    phrase: toBilingualText(phrase?.en ?? '', phrase?.zh),
    inverse: toBilingualText(phrase?.inverse ?? '', phrase?.inverseZh),
    isAcyclic: reader.read(node, 'acyclic', path) !== undefined,
  };
}

function mapValues(values: BareEndArguments = {}, map: (value: string) => string): RelationTypeModel['bareTypes'] {
  return Object.fromEntries(Object.entries(values).map(([end, value]: [string, string]) => [end, map(value)]));
}
