import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import type { Executor } from './executor.js';

/** Lets Apollo execute operations by our executor; its gateway interface is the place where it takes another. */
export function executorGateway(schema: GraphQLSchema, executor: Executor): GatewayInterface {
  return {
    load: () =>
      Promise.resolve({
        executor: async ({ document, operationName, context, request }) => {
          const asked = context as Context; // made by our own context function
          if (asked.execution.found) return asked.execution.found;
          asked.execution.executed = { document, operationName };
          return executor.of(document, operationName)(asked, request.variables ?? {});
        },
      }),
    onSchemaLoadOrUpdate: (listen) => {
      listen({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}
