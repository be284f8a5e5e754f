import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyPluginCallback } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

/** Stands in answers for the id of the request, which is written in when they are sent: kept answers serve many. */
export const requestIdPlaceholder = '00000000-0000-0000-0000-000000000000';

/** From how many characters on an answer is long. */
const longText = 4_096;

const written = `"requestId":"${requestIdPlaceholder}"`;

/** The id that a proxy before us gave the request, if it is a plain one, or a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Tells clients the id of their request in a header, to be found again in our logs. */
export function requestIdHeader(): FastifyPluginCallback {
  return fastifyPlugin((app, _options, done) => {
    app.addHook('onRequest', (request, reply, next) => {
      reply.header('x-request-id', request.id);
      next();
    });
    done();
  });
}

/** Writes the id into the answer's extensions; registered after what keeps answers, which serve requests of other ids. */
export function requestIdInAnswer(): FastifyPluginCallback {
  return fastifyPlugin((app, _options, done) => {
    app.addHook('onSend', (request, _reply, payload, next) => {
      next(null, typeof payload === 'string' ? withId(payload, request.id) : payload);
    });
    done();
  });
}

// A long text is put into bytes once, and the id into these: text that is cut and joined is copied at each step.
function withId(payload: string, id: string): string | Buffer {
  if (payload.length > longText && id.length === requestIdPlaceholder.length) return bytesWithId(payload, id);
  const at = payload.lastIndexOf(written);
  return at < 0 ? payload : `${payload.slice(0, at)}"requestId":"${id}"${payload.slice(at + written.length)}`;
}

function bytesWithId(payload: string, id: string): Buffer {
  const bytes = Buffer.from(payload);
  const at = bytes.lastIndexOf(written);
  if (at >= 0) bytes.write(id, at + written.indexOf(requestIdPlaceholder), 'latin1');
  return bytes;
}
