/** What is known of anything with an id before its type is: the id, from which the type follows. */
export interface NodeRow {
  readonly id: string;
}
