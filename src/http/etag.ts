import { hash } from 'node:crypto';

/** Returns the entity tag, including quotes, of content that the parts identify. */
export function entityTag(...parts: readonly string[]): string {
  return `"${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27)}"`;
}

/** Whether `If-None-Match` contains a tag or is `*`; uses the weak comparison of RFC 9110, 13.1.2. */
export function matchesEntityTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return ifNoneMatch.trim() === '*' || tags.includes(tag.replace(/^W\//, ''));
}
