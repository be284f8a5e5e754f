import fc, { type Arbitrary } from 'fast-check';
import { declaredTypes } from '../setup/declared-model.js';
import type { Dataset } from '../../src/dataset/record.js';

type Entities = Dataset['entities'];
type TextArbitraries = Record<string, Arbitrary<string>>;

/** Generates slugs, names and ids that occur in a dataset, and now and then one that does not. */
export class DatasetTexts {
  private readonly arbitraries: Readonly<TextArbitraries>;

  constructor({ entities, relations }: Dataset) {
    const id = oneOfTexts(
      entities.map((entity) => entity.id),
      'Company:nobody',
    );
    const relationId = oneOfTexts(
      relations.map((relation) => relation.id),
      'DEVELOPS:nobody:nothing',
    );
    const anyId = fc.oneof({ arbitrary: id, weight: 2 }, { arbitrary: relationId, weight: 1 });
    const regions = slugsOf(entities.filter(({ type }) => type === 'Region'));
    this.arbitraries = {
      ...Object.assign({}, ...declaredTypes.map((type) => textsOfType(type, entities))),
      ...textsOf('Entity', entities),
      within: inRandomCase(oneOfTexts(regions, 'atlantis')),
      ...{ id: anyId, ids: anyId, from: id, to: id },
    };
  }

  /**
   * Returns the arbitrary for a kind of text: the name of an argument such as `from`, or `<type> name` or `<type>
   * slug`; the suffix ` part` selects substrings.
   */
  arbitraryFor(kind: string): Arbitrary<string> {
    const texts = this.arbitraries[kind];
    if (!texts) throw new Error(`Expected a generator of texts for ${kind}; add one to DatasetTexts.`);
    return texts;
  }
}

function textsOfType(type: string, entities: Entities): TextArbitraries {
  return textsOf(
    type,
    entities.filter((entity) => entity.type === type),
  );
}

function textsOf(type: string, entities: Entities): TextArbitraries {
  const slugs = slugsOf(entities);
  const names = entities.flatMap(({ fields: { name, aliases = [] } }) => [name.en, name.zh, ...aliases]);
  const presentNames = names.filter((name) => name !== undefined);
  return {
    [`${type} slug`]: inRandomCase(oneOfTexts(slugs, 'nobody')),
    [`${type} slug part`]: inRandomCase(substringsOf(slugs)),
    [`${type} name`]: inRandomCase(oneOfTexts(presentNames, 'Nobody')),
    [`${type} name part`]: inRandomCase(substringsOf(presentNames)),
  };
}

function slugsOf(entities: Entities): string[] {
  return entities.map(({ fields }) => fields.slug);
}

function oneOfTexts(texts: readonly string[], unknownText: string): Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...texts), weight: 12 },
    { arbitrary: fc.constant(unknownText), weight: 1 },
  );
}

// Prefixes and other substrings, mostly short so that several texts contain them; the empty string too.
function substringsOf(texts: readonly string[]): Arbitrary<string> {
  const end = fc.constantFrom(1, 1, 2, 2, 3, undefined);
  return fc
    .tuple(fc.constantFrom(...texts), fc.constantFrom(0, 0, 1), end)
    .map(([text, start, length]) => text.slice(start, length));
}

function inRandomCase(texts: Arbitrary<string>): Arbitrary<string> {
  return fc.tuple(texts, fc.nat(2)).map(([text, number]) => (number === 2 ? text.toUpperCase() : text));
}
