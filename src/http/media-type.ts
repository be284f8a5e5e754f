import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The media types of GraphQL responses, the default first, as Apollo Server writes them. */
export const graphqlMediaTypes = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
] as const;

/** A media type of GraphQL responses. */
export type GraphqlMediaType = (typeof graphqlMediaTypes)[number];

/** The media types that Apollo Server negotiates to decide whether to send its landing page. */
const landingPageMediaTypes = [
  ...graphqlMediaTypes,
  'multipart/mixed; deferSpec=20220824',
  'multipart/mixed; incrementalSpec=v0.2',
  'multipart/mixed',
  'text/html',
];

/** How many values of `Accept` are cached; clients send few different ones. */
const maxAcceptValues = 100;

const acceptedTypesCache = new LRUCache<string, readonly GraphqlMediaType[]>({
  max: maxAcceptValues,
  memoMethod: (accept) => negotiate(accept, graphqlMediaTypes),
});

/** The media type that a client prefers for a GraphQL response; undefined if it accepts none. */
export function preferredMediaType(accept: string | undefined): GraphqlMediaType | undefined {
  return acceptedMediaTypes(accept)[0];
}

/** Whether a client accepts `application/json` and no other media type of GraphQL responses. */
export function acceptsOnlyJson(accept: string | undefined): boolean {
  const [preferred, ...others] = acceptedMediaTypes(accept);
  return preferred === graphqlMediaTypes[0] && others.length === 0;
}

/** Whether a client prefers HTML to data, decided as Apollo Server does for its landing page. */
export function prefersHtml(accept: string | undefined): boolean {
  return Boolean(accept) && negotiate(accept, landingPageMediaTypes)[0] === 'text/html';
}

// An empty header counts as absent, as in Apollo Server.
function acceptedMediaTypes(accept: string | undefined): readonly GraphqlMediaType[] {
  return accept ? acceptedTypesCache.memo(accept) : graphqlMediaTypes;
}

function negotiate<T extends string>(accept: string | undefined, available: readonly T[]): T[] {
  return new Negotiator({ headers: { accept } }).mediaTypes([...available]) as T[]; // some of those available
}
