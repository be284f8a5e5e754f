import { expect, it } from 'vitest';
import { findBannedWords } from './banned-words.js';

it.each(['// The passengers of a batch.', 'lets the client wait; it is told later', '/** Whoever asks first. */'])(
  'a metaphor or a translated phrase is reported with its replacement: %s',
  (line) => {
    expect(findBannedWords(line)).toEqual([expect.stringMatching(/^expected .+; found ".+"$/)]);
  },
);

it.each(['// Requests of a batch.', 'Names can be told apart.', "['cora-lane']", 'const airplanes = 2;'])(
  'plain words are accepted: %s',
  (line) => {
    expect(findBannedWords(line)).toEqual([]);
  },
);
