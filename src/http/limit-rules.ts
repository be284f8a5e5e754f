import { GraphQLError, type ASTVisitor, type DocumentNode, type ValidationContext, type ValidationRule } from 'graphql';
import { DocumentMeasures, maxNesting } from './document-measures.js';
import type { HttpConfig } from './http-config.js';

/** Maximum number of fragments in an operation: validation may compare every pair of them. */
const maxFragments = 200;

/** Maximum number of aliases of introspection fields: each may repeat a large part of the schema. */
const maxSchemaAliases = 3;

/** How often a selection set may contain the same name: repetitions add work, but nothing to the response. */
const maxRepeats = 20;

/**
 * The validation rules for the limits of a document: one that exceeds a limit is rejected before other rules read it.
 */
export function limitRules(http: HttpConfig): ValidationRule[] {
  return [
    (context): ASTVisitor => ({
      // `null` removes the document, so that the other rules have nothing to visit.
      Document: (document) => (checkLimits(context, document, http) ? undefined : null),
    }),
  ];
}

function checkLimits(context: ValidationContext, document: DocumentNode, http: HttpConfig): boolean {
  const message = findExceededLimit(new DocumentMeasures(document), http);
  if (message === undefined) return true;
  context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
  return false;
}

function findExceededLimit(measures: DocumentMeasures, http: HttpConfig): string | undefined {
  const limits: readonly (readonly [label: string, count: number, max: number])[] = [
    ['nested fields', measures.depth.fields, http.depthLimit],
    ['nested selections', measures.depth.selections, maxNesting],
    ['fragments', measures.fragments, maxFragments],
    ['aliases', measures.aliases, http.aliasLimit],
    ['aliases in __schema and __type', measures.schemaAliases, maxSchemaAliases],
    ['directives', measures.directives, http.directiveLimit],
  ];
  const exceeded = limits.find(([, count, max]) => count > max);
  if (exceeded) {
    const [label, count, max] = exceeded;
    return `An operation may have at most ${max} ${label}, found ${count}. Request less, or split the operation.`;
  }
  const { name, count } = measures.repeats;
  if (count <= maxRepeats) return undefined;
  return (
    `A selection set may contain a name at most ${maxRepeats} times, ` +
    `found "${name}" ${count} times. Select it once.`
  );
}
