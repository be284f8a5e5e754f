import type { FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import { graphqlMediaTypes, preferredMediaType } from './media-type.js';

/** How many characters of a header a message repeats. */
const maxShown = 100;

/** Throws where a request cannot be answered whatever its body says, because of its headers. */
export function checkGraphqlRequest(request: FastifyRequest): void {
  checkHost(request);
  const { accept, 'content-type': type = 'application/json' } = request.headers;
  if (preferredMediaType(accept) === undefined) {
    const message = `Answers are ${graphqlMediaTypes.join(' or ')}, and accept allows neither. Add one of them, or */*.`;
    throw new AtlasError('NOT_ACCEPTABLE', message);
  }
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json') {
    const message = `A body must be application/json, and this one is ${type.slice(0, maxShown)}. Send content-type: application/json.`;
    throw new AtlasError('UNSUPPORTED_MEDIA_TYPE', message);
  }
}

// The host that a trusted proxy names counts.
function checkHost({ protocol, hostname, url }: FastifyRequest): void {
  if (URL.canParse(url, `${protocol}://${hostname}/`)) return;
  const message =
    'The host that is asked for must be one, as host: localhost:4000, and is not. Correct the header host.';
  throw new AtlasError('BAD_REQUEST', message);
}
