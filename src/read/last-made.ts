/**
 * Makes something of what was found, and gives it again to those who ask for the same right after: requests that one
 * statement has answered come one after the other, and what is made of a large answer takes more time than it took to find.
 */
export class LastMade<T> {
  private last: { readonly of: readonly unknown[]; readonly made: T } | undefined;

  /** What is made of some values: of the very same, it is made once in a row. */
  by(of: readonly unknown[], make: () => T): T {
    const { last } = this;
    if (last?.of.length === of.length && of.every((value, place) => value === last.of[place])) return last.made;
    const made = make();
    this.last = { of, made };
    return made;
  }
}
