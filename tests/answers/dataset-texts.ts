import fc, { type Arbitrary } from 'fast-check';
import { declaredTypes } from '../setup/declared.js';
import type { Dataset } from '../../src/dataset/record.js';

type Entities = Dataset['entities'];
type Meanings = Record<string, Arbitrary<string>>;

/** Generates slugs, names and ids that occur in a dataset, and now and then one that does not. */
export class DatasetTexts {
  private readonly meanings: Readonly<Meanings>;

  constructor({ entities, relations }: Dataset) {
    const id = among(
      entities.map((entity) => entity.id),
      'Company:nobody',
    );
    const relationId = among(
      relations.map((relation) => relation.id),
      'DEVELOPS:nobody:nothing',
    );
    const anyId = fc.oneof({ arbitrary: id, weight: 2 }, { arbitrary: relationId, weight: 1 });
    const regions = slugsOf(entities.filter(({ type }) => type === 'Region'));
    this.meanings = {
      ...Object.assign({}, ...declaredTypes.map((type) => ofType(type, entities))),
      ...textsOf('Entity', entities),
      within: inAnyCase(among(regions, 'atlantis')),
      ...{ id: anyId, ids: anyId, from: id, to: id },
    };
  }

  /**
   * Returns the arbitrary for a kind of text: the name of an argument such as `from`, or `<type> name` or `<type>
   * slug`; the suffix ` part` selects substrings.
   */
  of(meaning: string): Arbitrary<string> {
    const texts = this.meanings[meaning];
    if (!texts) throw new Error(`Expected a generator of texts for ${meaning}; add one to DatasetTexts.`);
    return texts;
  }
}

function ofType(type: string, entities: Entities): Meanings {
  return textsOf(
    type,
    entities.filter((entity) => entity.type === type),
  );
}

function textsOf(type: string, entities: Entities): Meanings {
  const slugs = slugsOf(entities);
  const names = entities.flatMap(({ fields: { name, aliases = [] } }) => [name.en, name.zh, ...aliases]);
  const known = names.filter((name) => name !== undefined);
  return {
    [`${type} slug`]: inAnyCase(among(slugs, 'nobody')),
    [`${type} slug part`]: inAnyCase(parts(slugs)),
    [`${type} name`]: inAnyCase(among(known, 'Nobody')),
    [`${type} name part`]: inAnyCase(parts(known)),
  };
}

function slugsOf(entities: Entities): string[] {
  return entities.map(({ fields }) => fields.slug);
}

function among(known: readonly string[], unknown: string): Arbitrary<string> {
  return fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 12 }, { arbitrary: fc.constant(unknown), weight: 1 });
}

// Prefixes and other substrings, mostly short so that several texts contain them; the empty string too.
function parts(texts: readonly string[]): Arbitrary<string> {
  const end = fc.constantFrom(1, 1, 2, 2, 3, undefined);
  return fc
    .tuple(fc.constantFrom(...texts), fc.constantFrom(0, 0, 1), end)
    .map(([text, start, length]) => text.slice(start, length));
}

function inAnyCase(texts: Arbitrary<string>): Arbitrary<string> {
  return fc.tuple(texts, fc.nat(2)).map(([text, number]) => (number === 2 ? text.toUpperCase() : text));
}
