import type { EnumTypeDefinitionNode, EnumValueDefinitionNode } from 'graphql';
import type { Declarations } from './declarations.js';
import type { DirectiveReader } from './directive-arguments.js';
import { problemAt } from './model-problem.js';
import type { EnumModel, EnumValueModel, Pair, RelationTypeModel, Words } from './model.js';
import { kebabCase, spacedWords } from './names.js';

/** The name of the enum that lists a model's relation types. */
const relationEnum = 'RelationType';

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

/** Reads the description of a definition; reports a problem if it is missing. */
function describe(
  reader: DirectiveReader,
  node: EnumValueDefinitionNode | EnumTypeDefinitionNode,
  place: string,
): string {
  const text = node.description?.value.trim() ?? '';
  if (text === '') reader.problems.push(problemAt(node, place, 'a description above it', 'none'));
  return text;
}

/** Combines an English text with its Chinese translation, if there is one. */
export function words(en: string, zh: string | undefined): Words {
  return zh === undefined ? { en } : { en, zh };
}

/** Parses the enums of the model, except `RelationType`. */
export function parseEnums({ enums }: Declarations, reader: DirectiveReader): EnumModel[] {
  return enums
    .filter(({ name }) => name.value !== relationEnum)
    .map((node) => ({
      name: node.name.value,
      description: describe(reader, node, node.name.value),
      values: (node.values ?? []).map((value) => parseValue(value, node.name.value, reader)),
    }));
}

function parseValue(node: EnumValueDefinitionNode, owner: string, reader: DirectiveReader): EnumValueModel {
  const name = node.name.value;
  const place = `${owner}.${name}`;
  const label = reader.read<Partial<Words>>(node, 'label', place) ?? {};
  return { name, description: describe(reader, node, place), label: words(label.en ?? spacedWords(name), label.zh) };
}

/** Parses the relation types, each with the pairs of entity types that it connects. */
export function parseRelationTypes(
  { enums }: Declarations,
  typeNames: ReadonlyMap<string, string>,
  reader: DirectiveReader,
): { readonly description: string; readonly types: readonly RelationTypeModel[] } {
  const node = enums.find(({ name }) => name.value === relationEnum);
  if (node === undefined) {
    reader.problems.push(problemAt(undefined, relationEnum, 'an enum that lists the relation types', 'none'));
    return { description: '', types: [] };
  }
  const types = (node.values ?? []).map((value) => parseRelationType(value, typeNames, reader));
  return { description: describe(reader, node, relationEnum), types };
}

function parseRelationType(
  node: EnumValueDefinitionNode,
  typeNames: ReadonlyMap<string, string>,
  reader: DirectiveReader,
): RelationTypeModel {
  const name = node.name.value;
  const place = `${relationEnum}.${name}`;
  const found = reader.problems.length;
  const phrase = reader.read<PhraseArguments>(node, 'phrase', place);
  const joined = reader.readAll<RelationArguments>(node, 'relation', place);
  if (reader.problems.length === found) {
    if (phrase === undefined) reader.problems.push(problemAt(node, place, '@phrase with both directions', 'none'));
    if (joined.length === 0)
      reader.problems.push(problemAt(node, place, '@relation with the types that it connects', 'none'));
  }
  const all = [...typeNames.keys()];
  const named = (values: readonly string[] | undefined): string[] =>
    (values ?? all).map((value) => typeNames.get(value) ?? value);
  return {
    name,
    description: describe(reader, node, place),
    file: `relation/${kebabCase(name)}`,
    pairs: joined.flatMap(({ from, to }) => named(from).flatMap((one) => named(to).map((other): Pair => [one, other]))),
    phrase: words(phrase?.en ?? '', phrase?.zh),
    inverse: words(phrase?.inverse ?? '', phrase?.inverseZh),
    isAcyclic: reader.read(node, 'acyclic', place) !== undefined,
  };
}
