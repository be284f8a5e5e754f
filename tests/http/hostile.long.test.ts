import fc from 'fast-check';
import { describe, it } from 'vitest';
import { places, type TextPlace } from './text-places.js';
import { expectHarmless, planted, unharmedServer } from './unharmed.js';

describe('hostile text in one input at a time', () => {
  const server = unharmedServer();
  const ask = async ({ name, query }: TextPlace, text: string): Promise<void> => {
    expectHarmless(await server.post({ query, variables: { text } }), `${name}: ${JSON.stringify(text)}`);
  };

  it('with quotes, backticks, braces and Cypher is harmless', async () => {
    for (const [index, place] of places.entries()) {
      await ask(place, planted[index % planted.length] ?? '');
      await ask(place, planted.slice(0, -1).join(''));
    }
  });

  it('of any kind is answered or rejected as a client error', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...planted), fc.json());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), text, (place, value) => ask(place, value)),
      { numRuns: 100 },
    );
  });
});
