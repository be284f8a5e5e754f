import { describe, expect, it } from 'vitest';
import { acceptsOnlyJson, preferredMediaType, prefersHtml } from './media-type.js';

const json = 'application/json; charset=utf-8';
const graphql = 'application/graphql-response+json; charset=utf-8';

describe('a client', () => {
  it.each([
    [undefined, json],
    ['', json],
    ['*/*', json],
    ['application/*', json],
    ['application/json', json],
    ['Application/JSON', json],
    ['application/json;q=1', json],
    ['application/json; charset=utf-8', json],
    ['application/json;charset="UTF-8"', json],
    ['application/json, text/plain, */*', json],
    ['application/graphql-response+json;q=0.5, application/json', json],
    ['application/graphql-response+json', graphql],
    ['application/graphql-response+json, application/json', graphql],
    ['application/graphql-response+json; charset=utf-8, application/json; charset=utf-8', graphql],
    ['application/json;q=0.5, application/graphql-response+json', graphql],
    ['application/json;q=0, */*', graphql],
    ['text/html', undefined],
    ['application/json;q=0', undefined],
    ['application/json; profile=x', undefined],
    ['nonsense', undefined],
  ])('that accepts %s prefers %s', (accept, preferred) => {
    expect(preferredMediaType(accept)).toBe(preferred);
  });

  it.each([
    ['application/json', true],
    ['application/json;q=1', true],
    ['application/json; charset=utf-8', true],
    ['text/html, application/json;q=0.9', true],
    ['application/json, application/graphql-response+json;q=0.1', false],
    ['application/*', false],
    ['*/*', false],
    ['text/html', false],
    [undefined, false],
  ])('that accepts %s accepts only JSON: %s', (accept, isJsonOnly) => {
    expect(acceptsOnlyJson(accept)).toBe(isJsonOnly);
  });

  it.each([
    ['text/html', true],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8', true],
    ['application/json;q=0.9, text/html', true],
    ['text/html, application/json', true],
    ['application/json, text/html', false],
    ['application/json, text/html;q=0.1', false],
    ['*/*', false],
    ['', false],
    [undefined, false],
  ])('that accepts %s prefers HTML: %s', (accept, isPreferred) => {
    expect(prefersHtml(accept)).toBe(isPreferred);
  });
});
