import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { ROOT_CONTEXT, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import type { Context } from '../execute/context.js';
import type { OpenSpans } from './open-spans.js';

/** How many characters of an operation name, which a client chooses, a span contains at most. */
const maxNameLength = 80;

/**
 * An Apollo plugin that creates a span for each operation. The span is named by the operation type: clients choose
 * names.
 */
export function operationSpans(tracer: Tracer, openSpans: OpenSpans): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ contextValue }) => {
      const { requestId } = contextValue.caller;
      const parentSpan = openSpans.current(requestId);
      const span = tracer.startSpan('graphql', {}, parentSpan ? trace.setSpan(ROOT_CONTEXT, parentSpan) : ROOT_CONTEXT);
      span.setAttribute('atlas.request.id', requestId.id);
      openSpans.begin(requestId, span);
      const listener: GraphQLRequestListener<Context> = {
        didResolveOperation: async ({ operation, operationName }) => {
          const kind = operation?.operation ?? 'query';
          span.updateName(kind);
          span.setAttribute('graphql.operation.type', kind);
          if (operationName) span.setAttribute('graphql.operation.name', operationName.slice(0, maxNameLength));
        },
        willSendResponse: async ({ response: { body } }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          const code = errors[0]?.extensions?.['code'];
          if (errors.length > 0) span.setStatus({ code: SpanStatusCode.ERROR });
          if (typeof code === 'string') span.setAttribute('error.type', code);
          openSpans.end(requestId, span);
        },
      };
      return listener;
    },
  };
}
