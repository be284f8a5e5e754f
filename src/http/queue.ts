import type { FastifyPluginCallback } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { AtlasError } from '../errors.js';
import { isForOperators } from './operators.js';

/** Refuses at once what would only wait: more requests than the server can have under way, but never asks for its health. */
export function boundedQueue(limit: number): FastifyPluginCallback {
  let underWay = 0;
  return fastifyPlugin((app, _options, done) => {
    app.addHook('onRequest', (request, reply, next) => {
      const isCounted = !isForOperators(request.url);
      if (isCounted && underWay >= limit) {
        next(overloaded(limit));
        return;
      }
      if (isCounted) {
        underWay += 1;
        // Also where the client has gone: the answer is then never sent.
        reply.raw.once('close', () => (underWay -= 1));
      }
      next();
    });
    done();
  });
}

function overloaded(limit: number): AtlasError {
  return new AtlasError(
    'OVERLOADED',
    `The server has ${limit} requests under way, the most it takes. Try again in a second.`,
  );
}
