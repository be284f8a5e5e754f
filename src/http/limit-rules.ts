import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import type { HttpConfig } from './http-config.js';
import { repeatsRule } from './repeats-rule.js';

/** Refuses operations of more depth, aliases, directives or repeated fields than is needed to ask anything, before they are executed. */
export function limitRules({ depthLimit, aliasLimit, directiveLimit }: HttpConfig): ValidationRule[] {
  return [
    maxDepthRule({ ...refusing('fields inside each other', depthLimit), flattenFragments: true }),
    // An empty list, because aliases of __typename are as many fields as any others.
    maxAliasesRule({ ...refusing('aliases', aliasLimit), allowList: [] }),
    maxDirectivesRule(refusing('directives', directiveLimit)),
    repeatsRule,
  ];
}

function refusing(what: string, n: number) {
  const report = (context: ValidationContext | null, error: GraphQLError): void => {
    const found = /found (\d+)/.exec(error.message)?.[1] ?? 'more';
    const message = `An operation may have at most ${n} ${what}, found ${found}. Ask for less, or in several operations.`;
    context?.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
  };
  return { n, onReject: [report], propagateOnRejection: false };
}
