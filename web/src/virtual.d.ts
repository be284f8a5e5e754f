declare module 'virtual:operations' {
  /** A question of `operations/`, as the pages show and ask it. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- with an import of its own this file would declare nothing
  export type Operation = import('../read-operation.js').Operation;
  /** All questions of `operations/`, by the name of their file. */
  export const operations: readonly Operation[];
}
