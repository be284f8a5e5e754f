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
      Document: (document) => (isWithinLimits(context, document, http) ? undefined : null),
    }),
  ];
}

function isWithinLimits(context: ValidationContext, document: DocumentNode, http: HttpConfig): boolean {
  const message = refusalOf(new DocumentMeasures(document), http);
  if (message === undefined) return true;
  context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
  return false;
}

function refusalOf(found: DocumentMeasures, http: HttpConfig): string | undefined {
  const limits: readonly (readonly [label: string, count: number, max: number])[] = [
    ['nested fields', found.depth.fields, http.depthLimit],
    ['nested selections', found.depth.selections, maxNesting],
    ['fragments', found.fragments, maxFragments],
    ['aliases', found.aliases, http.aliasLimit],
    ['aliases in __schema and __type', found.schemaAliases, maxSchemaAliases],
    ['directives', found.directives, http.directiveLimit],
  ];
  const exceeded = limits.find(([, count, max]) => count > max);
  if (exceeded) {
    const [label, count, max] = exceeded;
    return `An operation may have at most ${max} ${label}, found ${count}. Request less, or split the operation.`;
  }
  const { name, count } = found.repeats;
  if (count <= maxRepeats) return undefined;
  return (
    `A selection set may contain a name at most ${maxRepeats} times, ` +
    `found "${name}" ${count} times. Select it once.`
  );
}
