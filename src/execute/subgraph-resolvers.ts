import { resolveNodeType } from './base-resolvers.js';
import { readRootField } from './resolvers.js';

/** The resolvers of the fields of a subgraph; `sdl` is what `_service` returns. */
export function subgraphResolvers(sdl: string) {
  return {
    Query: { _service: () => ({ sdl }), _entities: readRootField },
    _Entity: { __resolveType: resolveNodeType },
  };
}
