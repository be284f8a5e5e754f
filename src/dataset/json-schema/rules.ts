import type { Model } from '../../model/model.js';
import type { JsonSchema } from './texts.js';

const curatedCondition: JsonSchema = { properties: { basis: { const: 'CURATED' } }, required: ['basis'] };

/** The rules across the fields of an entity: when it needs citations (if the model has any) or references. */
export function buildEntityRules({ sections }: Model): JsonSchema {
  return {
    description: `${sections ? 'A stated entity needs a citation; a' : 'A'} curated one needs references.`,
    if: curatedCondition,
    then: { description: 'a curated entity needs references', required: ['references'] },
    ...(sections && {
      else: {
        description: 'a stated entity needs a citation',
        required: ['citations'],
        properties: { citations: { description: 'a stated entity needs a citation', minItems: 1 } },
      },
    }),
  };
}

/**
 * The rules across the fields of a relation or a statement: when it needs citations (if the model has any), references, a
 * note or a status.
 */
export function buildRelationRules({ sections }: Model): JsonSchema {
  return {
    description: `${sections ? 'A stated fact needs a citation, a' : 'A'} curated one references; a doubtful one needs a note, a confirmed or refuted one a note or references; only a refuted one may have corrections.`,
    allOf: [
      {
        if: curatedCondition,
        then: { description: 'a curated fact needs references', required: ['references'] },
        ...(sections && { else: citationRequirement }),
      },
      {
        if: statusCondition(['DOUBTFUL']),
        then: { description: 'a doubtful fact needs a note with the reason', required: ['note'] },
      },
      {
        if: { allOf: [statusCondition(['CONFIRMED', 'REFUTED']), { not: { required: ['references'] } }] },
        then: {
          description: 'a confirmed or refuted fact needs a note with the reason, or references',
          required: ['note'],
        },
      },
      { if: { required: ['corrections'] }, then: correctionRequirement },
    ],
  };
}

function statusCondition(statuses: readonly string[]): JsonSchema {
  return { properties: { status: { enum: statuses } }, required: ['status'] };
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
