import { cached } from './cached.js';
import { filter } from './filter.js';
import { levels } from './levels.js';
import { mix } from './mix.js';
import { page } from './page.js';
import { point } from './point.js';
import { graph, neighborhood, path, search } from './traversals.js';
import type { WorkItem } from './work-item.js';

/** All work items. */
export const workItems: readonly WorkItem[] = [
  point,
  cached,
  levels,
  filter,
  page,
  search,
  path,
  neighborhood,
  graph,
  mix,
];
