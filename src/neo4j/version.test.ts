import { describe, expect, it } from 'vitest';
import { parseVersion, requireVersion } from './version.js';

describe('the version of a server', () => {
  it.each([
    ['Neo4j/5.26.30', '5.26.30'],
    ['Neo4j/2025.08.0', '2025.08.0'],
    ['Neo4j/v5.27-aura', '5.27'],
    ['Memgraph', 'Memgraph'],
    [undefined, 'unknown'],
  ])('is read from the agent %s', (agent, version) => {
    expect(parseVersion(agent)).toBe(version);
  });

  it.each(['5.26.0', '5.27', '6.0.1', '2025.08.0'])('is supported: %s', (version) => {
    expect(requireVersion(version, 'bolt://here')).toBe(version);
  });

  it.each(['4.4.48', '5.25.1', '5.9', 'Memgraph', 'unknown'])(
    'is rejected with the required version: %s',
    (version) => {
      expect(() => requireVersion(version, 'bolt://here')).toThrow(
        expect.objectContaining({
          code: 'DATABASE_TOO_OLD',
          message: expect.stringContaining(`Neo4j 5.26 or newer is required, but bolt://here is "${version}"`),
        }),
      );
    },
  );
});
