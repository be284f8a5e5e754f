import type { Model } from '../../model/model.js';
import type { JsonSchema } from './texts.js';

const curatedCondition: JsonSchema = { properties: { basis: { const: 'CURATED' } }, required: ['basis'] };

/** The rules across the fields of an entity: when it needs citations (if the model has any) or a reference. */
export function buildEntityRules({ sections }: Model): JsonSchema {
  const citationMessage = 'a stated entity needs a citation';
  return {
    description: sections
      ? 'A stated entity needs a citation; a curated one needs a reference instead.'
      : 'A curated entity needs a reference; a stated one must not have one.',
    if: curatedCondition,
    then: { description: 'a curated entity needs a reference', required: ['reference'] },
    else: {
      ...(sections && { description: citationMessage, required: ['citations'] }),
      properties: {
        ...(sections && { citations: { description: citationMessage, minItems: 1 } }),
        reference: { description: 'only a curated entity has a reference', not: {} },
      },
    },
  };
}

/** The rules across the fields of a relation: when it needs citations (if the model has any), a note or a status. */
export function buildRelationRules({ sections }: Model): JsonSchema {
  return {
    description: `${sections ? 'A stated fact needs a citation, a curated one a note' : 'A curated fact needs a note'}; a doubtful or refuted one needs a note; only a refuted one may have corrections.`,
    allOf: [
      {
        if: curatedCondition,
        then: { description: 'a curated fact needs a note with its reference', required: ['note'] },
        ...(sections && { else: citationRequirement }),
      },
      {
        if: { properties: { status: { enum: ['DOUBTFUL', 'REFUTED'] } }, required: ['status'] },
        then: { description: 'a doubtful or refuted fact needs a note with the reason', required: ['note'] },
      },
      { if: { required: ['corrections'] }, then: correctionRequirement },
    ],
  };
}

const citationRequirement: JsonSchema = {
  description: 'a stated fact needs a citation',
  required: ['citations'],
  properties: { citations: { description: 'a stated fact needs a citation', minItems: 1 } },
};

const correctionRequirement: JsonSchema = {
  description: 'only a refuted fact has corrections',
  required: ['status'],
  properties: { status: { description: 'only a refuted fact has corrections', const: 'REFUTED' } },
};
