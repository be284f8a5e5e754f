import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { documentStore, operationBounds } from './document-store.js';

it('Documents are kept until more are asked for than there is room, the longest ones never', async () => {
  const store = documentStore();
  const short = parse('{ a }');
  await store.set('short', short);
  expect(await store.get('short')).toBe(short);
  const half = parse(`{ a } # ${'-'.repeat(operationBounds.maxSize / 2)}`);
  await store.set('half', half);
  await store.set('other half', half);
  expect([await store.get('short'), await store.get('half')]).toEqual([undefined, undefined]);
  expect(await store.get('other half')).toBe(half);
  await store.set('too long', parse(`{ a } # ${'-'.repeat(operationBounds.maxSize)}`));
  expect([await store.get('too long'), await store.get('other half')]).toEqual([undefined, half]);
  await store.delete('other half');
  expect(await store.get('other half')).toBeUndefined();
});
