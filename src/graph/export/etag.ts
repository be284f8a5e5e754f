import { createHash } from 'node:crypto';

/** The entity tag, quotes included, of what the parts together determine. */
export function entityTag(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `"${hash.slice(0, 27)}"`;
}

/** Whether a client that sent this `If-None-Match` already holds what the tag stands for; tags compare weakly (RFC 9110, 13.1.2). */
export function holds(ifNoneMatch: string | undefined, tag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((part) => part.trim().replace(/^W\//, ''));
  return held.includes(tag) || held.includes('*');
}
