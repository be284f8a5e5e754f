import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The media types of GraphQL answers, the default first, as Apollo Server writes them. */
export const graphqlMediaTypes = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
] as const;

/** A media type of GraphQL answers. */
export type GraphqlMediaType = (typeof graphqlMediaTypes)[number];

/** The media types among which Apollo Server chooses its landing page. */
const landingPageMediaTypes = [
  ...graphqlMediaTypes,
  'multipart/mixed; deferSpec=20220824',
  'multipart/mixed; incrementalSpec=v0.2',
  'multipart/mixed',
  'text/html',
];

/** Clients send few different values of `Accept`. */
const maxAcceptValues = 100;

const acceptedBy = new LRUCache<string, readonly GraphqlMediaType[]>({
  max: maxAcceptValues,
  memoMethod: (accept) => negotiate(accept, graphqlMediaTypes),
});

/** The media type that a client prefers for a GraphQL answer; undefined where it accepts none. */
export function preferredMediaType(accept: string | undefined): GraphqlMediaType | undefined {
  return acceptedMediaTypes(accept)[0];
}

/** Whether a client accepts `application/json` and no other media type of GraphQL answers. */
export function acceptsOnlyJson(accept: string | undefined): boolean {
  const [preferred, ...others] = acceptedMediaTypes(accept);
  return preferred === graphqlMediaTypes[0] && others.length === 0;
}

/** Whether a client prefers a page to data, decided as Apollo Server does for its landing page. */
export function prefersHtml(accept: string | undefined): boolean {
  return Boolean(accept) && negotiate(accept, landingPageMediaTypes)[0] === 'text/html';
}

// An empty header counts as none, as in Apollo Server.
function acceptedMediaTypes(accept: string | undefined): readonly GraphqlMediaType[] {
  return accept ? acceptedBy.memo(accept) : graphqlMediaTypes;
}

function negotiate<T extends string>(accept: string | undefined, available: readonly T[]): T[] {
  return new Negotiator({ headers: { accept } }).mediaTypes([...available]) as T[]; // some of those available
}
