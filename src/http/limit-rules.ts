import { GraphQLError, type ASTVisitor, type DocumentNode, type ValidationContext, type ValidationRule } from 'graphql';
import { DocumentMeasures, maxNesting } from './document-measures.js';
import type { HttpConfig } from './http-config.js';

/** How many fragments an operation may have: every two of them may be compared with each other. */
const maxFragments = 200;

/** How many aliases an operation may give to fields that tell about the schema: each repeats what lies in it. */
const maxSchemaAliases = 3;

/** How often one selection may name the same: all but the first add work and nothing to the response. */
const maxRepeats = 20;

/** The limits that a document is validated by: it is refused before any other rule reads it. */
export function limitRules(http: HttpConfig): ValidationRule[] {
  return [
    (context): ASTVisitor => ({
      // Without its document nothing is left for the other rules to visit.
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
  const limits: readonly (readonly [what: string, count: number, max: number])[] = [
    ['fields inside each other', found.depth.fields, http.depthLimit],
    ['selections inside each other', found.depth.selections, maxNesting],
    ['fragments', found.fragments, maxFragments],
    ['aliases', found.aliases, http.aliasLimit],
    ['aliases in __schema and __type', found.schemaAliases, maxSchemaAliases],
    ['directives', found.directives, http.directiveLimit],
  ];
  const exceeded = limits.find(([, count, max]) => count > max);
  if (exceeded) {
    const [what, count, max] = exceeded;
    return `An operation may have at most ${max} ${what}, found ${count}. Ask for less, or in several operations.`;
  }
  const { name, count } = found.repeats;
  if (count <= maxRepeats) return undefined;
  return `A selection may name the same at most ${maxRepeats} times, found "${name}" ${count} times. Name it once.`;
}
