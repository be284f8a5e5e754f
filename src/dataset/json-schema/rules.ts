import type { Model } from '../../model/model.js';
import type { JsonSchema } from './texts.js';

const isCurated: JsonSchema = { properties: { basis: { const: 'CURATED' } }, required: ['basis'] };

/** What a record of an entity needs beside its fields: citations, where the model has any, or a reference. */
export function entityRules({ sections }: Model): JsonSchema {
  const cited = 'a stated entity needs a citation';
  return {
    description: sections
      ? 'A stated entity has a citation; a curated one has a reference instead.'
      : 'A curated entity has a reference, a stated one has none.',
    if: isCurated,
    then: { description: 'a curated entity needs a reference', required: ['reference'] },
    else: {
      ...(sections && { description: cited, required: ['citations'] }),
      properties: {
        ...(sections && { citations: { description: cited, minItems: 1 } }),
        reference: { description: 'only a curated entity has a reference', not: {} },
      },
    },
  };
}

/** What a record of a relation needs beside its fields: citations, where the model has any, notes and a status. */
export function relationRules({ sections }: Model): JsonSchema {
  return {
    description: `${sections ? 'A stated fact has a citation, a curated one a note' : 'A curated fact has a note'}; a doubtful or refuted one has a note; only a refuted one has corrections.`,
    allOf: [
      {
        if: isCurated,
        then: { description: 'a curated fact needs a note with its reference', required: ['note'] },
        ...(sections && { else: citedFact }),
      },
      {
        if: { properties: { status: { enum: ['DOUBTFUL', 'REFUTED'] } }, required: ['status'] },
        then: { description: 'a doubtful or refuted fact needs a note with the reason', required: ['note'] },
      },
      { if: { required: ['corrections'] }, then: correctedFact },
    ],
  };
}

const citedFact: JsonSchema = {
  description: 'a stated fact needs a citation',
  required: ['citations'],
  properties: { citations: { description: 'a stated fact needs a citation', minItems: 1 } },
};

const correctedFact: JsonSchema = {
  description: 'only a refuted fact has corrections',
  required: ['status'],
  properties: { status: { description: 'only a refuted fact has corrections', const: 'REFUTED' } },
};
