import { describe, expect, it } from 'vitest';
import { barOf, isDownloadedJar } from './progress.js';

describe('the download progress', () => {
  it('counts only downloaded jars', () => {
    const from = 'from central: https://central.example/org/neo4j/neo4j/5.26.30/neo4j-5.26.30';
    expect(isDownloadedJar(`[INFO] Downloaded ${from}.jar (1.2 MB at 3 MB/s)`)).toBe(true);
    expect(isDownloadedJar(`[INFO] Downloaded ${from}.pom (12 kB at 3 MB/s)`)).toBe(false);
    expect(isDownloadedJar(`[INFO] Downloading ${from}.jar`)).toBe(false);
  });

  it('never overflows the progress bar', () => {
    expect(barOf(0)).toBe(`  [${'.'.repeat(30)}] 0 jars`);
    expect(barOf(130)).toBe(`  [${'#'.repeat(15)}${'.'.repeat(15)}] 130 jars`);
    expect(barOf(9_999)).toBe(`  [${'#'.repeat(30)}] 9999 jars`);
  });
});
