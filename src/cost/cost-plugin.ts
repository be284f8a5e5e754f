import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { requestIdPlaceholder } from '../http/request-id.js';
import { costOf, dearestPath, type CostNode, type Variables } from './cost-node.js';
import type { OperationCosts } from './operation-costs.js';

/** Tells what an operation costs in `extensions.cost`, and refuses one over the limit before it reaches Neo4j. */
export function costLimit(costs: OperationCosts): ApolloServerPlugin {
  const { limit } = costs;
  return {
    requestDidStart: () => {
      let cost: number | undefined;
      return Promise.resolve({
        didResolveOperation: ({ document, operation, request }) => {
          // Where no operation has the name asked for, executing says so.
          if (!operation) return Promise.resolve();
          const tree = costs.treeOf(document, operation);
          const variables = request.variables ?? {};
          cost = costOf(tree, variables);
          if (cost > limit) throw tooDear(cost, limit, tree, variables);
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          if (body.kind !== 'single') return Promise.resolve();
          const told = cost === undefined ? {} : { cost: { cost, limit } };
          body.singleResult.extensions = { ...body.singleResult.extensions, ...told, requestId: requestIdPlaceholder };
          return Promise.resolve();
        },
      });
    },
  };
}

function tooDear(cost: number, limit: number, tree: readonly CostNode[], variables: Variables): GraphQLError {
  return new GraphQLError(
    `An operation may cost at most ${limit}, and this one costs ${cost}. ` +
      `Ask for smaller pages (first, last, limit) or fewer fields along ${dearestPath(tree, variables)}.`,
    { extensions: { code: 'COST_LIMIT_EXCEEDED', cost, limit, http: { status: 400 } } },
  );
}
