import type { Model } from '../../model/model.js';
import type { JsonSchema } from './texts.js';

/** The rules across the fields of an entity: when it needs citations (if the model has any) or references. */
export function buildEntityRules({ sections }: Model): JsonSchema {
  return {
    description: `${sections ? 'A stated entity needs a citation; a' : 'A'} curated one needs references.`,
    ...buildBasisRule('entity', sections !== undefined),
  };
}

function buildBasisRule(noun: string, hasCitations: boolean): JsonSchema {
  const description = `a stated ${noun} needs a citation`;
  return {
    if: { properties: { basis: { const: 'CURATED' } }, required: ['basis'] },
    then: { description: `a curated ${noun} needs references`, required: ['references'] },
    ...(hasCitations && {
      else: { description, required: ['citations'], properties: { citations: { description, minItems: 1 } } },
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
      buildBasisRule('fact', sections !== undefined),
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

const correctionRequirement: JsonSchema = {
  description: 'only a refuted fact has corrections',
  required: ['status'],
  properties: { status: { description: 'only a refuted fact has corrections', const: 'REFUTED' } },
};
