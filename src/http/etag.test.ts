import { describe, expect, it } from 'vitest';
import { entityTag, matchesEntityTag } from './etag.js';

const tag = entityTag('a');

describe('an entity tag', () => {
  it('is quoted, and differs for different parts even if their concatenation is equal', () => {
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect(new Set([tag, entityTag('b'), entityTag('a', 'b'), entityTag('ab'), entityTag('b', 'a')]).size).toBe(5);
    expect(entityTag('a')).toBe(tag);
  });

  it.each([tag, `W/${tag}`, `"other", ${tag}`, `"with, comma",W/"other" ,W/${tag}`, '*', ' * '])(
    'matches If-None-Match: %s',
    (ifNoneMatch) => {
      expect(matchesEntityTag(ifNoneMatch, tag)).toBe(true);
      expect(matchesEntityTag(ifNoneMatch, `W/${tag}`)).toBe(true);
    },
  );

  it.each([undefined, '', '"other"', tag.replaceAll('"', ''), `"${tag.slice(1, -1)}-gzip"`, '"*"', '"other", *'])(
    'does not match If-None-Match: %s',
    (ifNoneMatch) => {
      expect(matchesEntityTag(ifNoneMatch, tag)).toBe(false);
    },
  );
});
