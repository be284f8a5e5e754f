/** Prints the members of a definition or a selection in braces, one per line. */
export function printBlock(head: string, members: readonly string[]): string {
  const body = members.map((member) => member.replaceAll(/^/gm, '  ')).join('\n');
  return `${head} {\n${body}\n}`;
}
