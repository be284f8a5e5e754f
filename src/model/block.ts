/** Members between braces, each on lines of its own: those of a definition, or of a selection. */
export function block(head: string, members: readonly string[]): string {
  const body = members.map((member) => member.replaceAll(/^/gm, '  ')).join('\n');
  return `${head} {\n${body}\n}`;
}
