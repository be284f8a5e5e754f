interface BannedWord {
  /** Matches the word or turn of phrase. */
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly instead: string;
}

/** Metaphors for technical terms, and turns of phrase that read as translated. */
const bannedWords: readonly BannedWord[] = [
  { pattern: /\bpassengers?\b/i, instead: 'pending request' },
  { pattern: /\baboard\b/i, instead: 'in the batch' },
  { pattern: /\bjourneys?\b/i, instead: 'batch or round trip' },
  { pattern: /\bseats?\b/i, instead: 'row, capacity or connection' },
  { pattern: /(?<!-)\blanes?\b/, instead: 'queue or concurrency' },
  { pattern: /\b(patient|patience)\b/i, instead: 'timeout or limit' },
  { pattern: /\bverbatim\b/i, instead: 'unchanged' },
  { pattern: /\bheeds?\b/i, instead: 'uses or checks' },
  { pattern: /\bhears? of\b/i, instead: 'is called with' },
  { pattern: /\bwhoever\b/i, instead: 'a person, caller or client who' },
  { pattern: /\b(is|are|was|were|be) told\b(?! apart)/i, instead: 'receives, reports or logs' },
  { pattern: /\bbrings? up\b/i, instead: 'starts' },
  { pattern: /\bputs? right\b/i, instead: 'corrects' },
  { pattern: /\bas (it|they) comes?\b/i, instead: 'unchanged or as received' },
  { pattern: /\bgoes before\b/i, instead: 'precedes' },
  { pattern: /\bfor nothing\b/i, instead: 'unnecessarily' },
  { pattern: /\bof which none\b|\bnone is there\b/i, instead: 'that does not exist' },
  { pattern: /\bis there already\b/i, instead: 'exists' },
  { pattern: /\bspeaks? to (neo4j|the driver)\b/i, instead: 'queries Neo4j' },
  { pattern: /\bsurroundings\b/i, instead: 'neighborhood or context' },
];

/** Reports the banned words of one line of prose or code, each with its replacement. */
export function findBannedWords(line: string): string[] {
  return bannedWords.flatMap(({ pattern, instead }) => {
    const match = pattern.exec(line);
    return match ? [`expected ${instead}; found "${match[0]}"`] : [];
  });
}
