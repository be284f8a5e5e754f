import fc from 'fast-check';
import { describe, it } from 'vitest';
import { textInputs, type TextInput } from './text-inputs.js';
import { expectHarmless, hostileTexts, serverWithUnchangedGraph } from './hostile-texts.js';

describe('hostile text in one input at a time', () => {
  const server = serverWithUnchangedGraph();
  const send = async ({ name, query }: TextInput, text: string): Promise<void> => {
    expectHarmless(await server.post({ query, variables: { text } }), `${name}: ${JSON.stringify(text)}`);
  };

  it('with quotes, backticks, braces and Cypher is harmless', async () => {
    for (const [index, input] of textInputs.entries()) {
      await send(input, hostileTexts[index % hostileTexts.length] ?? '');
      await send(input, hostileTexts.slice(0, -1).join(''));
    }
  });

  it('of any kind is answered or rejected as a client error', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts), fc.json());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...textInputs), text, (input, value) => send(input, value)),
      { numRuns: 100 },
    );
  });
});
