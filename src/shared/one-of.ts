import { z } from 'zod';

/** Schema of a setting with a fixed set of values. */
export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });
