import { describe, expect, it } from 'vitest';
import { findJava, parseJavaMajor } from './tools.js';

describe('the installed Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ['openjdk version "22-ea" 2024-03-19', 22],
    ['command not found', undefined],
  ])('has its major version parsed from: %s', (output, major) => {
    expect(parseJavaMajor(output)).toBe(major);
  });

  it('is reported as missing with the path that was tried', async () => {
    expect(await findJava('/nowhere')).toEqual({
      missing: 'Java 17 or newer was not found (tried "/nowhere/bin/java")',
    });
  });
});
