declare module 'virtual:operations' {
  import type { Operation } from './operation.js';
  /** All questions of `operations/`, by the name of their file. */
  export const operations: readonly Operation[];
}
