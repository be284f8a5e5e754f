declare module 'virtual:operations' {
  /** A sample operation of `operations/`, as the pages list and run it. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a top-level import would turn this ambient declaration into a module
  export type Operation = import('../read-operation.js').Operation;
  /** All operations of `operations/`, sorted by file name. */
  export const operations: readonly Operation[];
  /** The entity types, relation types and languages of the model that the operations belong to. */
  export const modelNames: readonly string[];
}
