declare module 'virtual:operations' {
  /** A question of `operations/`, as the pages show and ask it. */
  export interface Operation {
    /** The name of its file. */
    readonly name: string;
    /** What it asks, for people. */
    readonly title: string;
    /** The same in Chinese; null where the explorer does not offer it. */
    readonly titleZh: string | null;
    /** Its text as it stands in the file. */
    readonly text: string;
    /** Values with which it gives an answer. */
    readonly variables: Readonly<Record<string, unknown>>;
    /** Its text, asking also for the ids of all that it finds. */
    readonly drawable: string;
    /** The types of entity and of relation that a model must have for it. */
    readonly modelNames: readonly string[];
  }
  /** All questions of `operations/`, by the name of their file. */
  export const operations: readonly Operation[];
}
