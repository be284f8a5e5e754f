import type { FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import { graphqlMediaTypes, preferredMediaType } from './media-type.js';

/** How many characters of a header value an error message contains at most. */
const maxExcerptLength = 100;

/** Throws if the forwarded host, `accept` or `content-type` of a GraphQL request is invalid. */
export function checkGraphqlRequest(request: FastifyRequest): void {
  const { protocol, hostname, url } = request;
  // Behind a trusted proxy, the host is the one that the proxy forwards. HTTP/1.0 requires none, but Apollo Server does.
  if (!URL.canParse(url, `${protocol}://${hostname}/`)) throw hostError();
  const { accept, 'content-type': type = 'application/json' } = request.headers;
  if (preferredMediaType(accept) === undefined) {
    const available = graphqlMediaTypes.join(' or ');
    const message = `Responses are ${available}, but accept allows neither. Add one of them, or */*.`;
    throw new AtlasError('NOT_ACCEPTABLE', message);
  }
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json') {
    const message =
      `The body must be application/json, found ${type.slice(0, maxExcerptLength)}. ` +
      'Send content-type: application/json.';
    throw new AtlasError('UNSUPPORTED_MEDIA_TYPE', message);
  }
}

/** The error for a request whose host is missing or invalid. */
export function hostError(): AtlasError {
  const message =
    'The host of the request must be valid, such as host: localhost:4000, but is not. Correct the host header.';
  return new AtlasError('BAD_REQUEST', message);
}
