import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';

/** How many times one selection may name the same field: all but the first add work and no answer. */
const mostRepeats = 20;

/** Refuses selections that name the same field again and again. */
export function repeatsRule(context: ValidationContext): ASTVisitor {
  return {
    SelectionSet: (selection) => {
      const [name, times] = mostRepeated(selection);
      if (times <= mostRepeats) return;
      const message =
        `A selection may name the same field at most ${mostRepeats} times, found "${name}" ${times} times. ` +
        'Name it once.';
      context.reportError(new GraphQLError(message, { nodes: selection }));
    },
  };
}

function mostRepeated({ selections }: SelectionSetNode): [name: string, times: number] {
  const counts = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias ?? selection.name).value;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0]);
}
