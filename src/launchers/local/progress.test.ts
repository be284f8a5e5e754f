import { describe, expect, it } from 'vitest';
import { formatDownloads, isDownloadedJar } from './progress.js';

describe('the download progress', () => {
  it('counts only downloaded jars', () => {
    const source = 'from central: https://central.example/org/neo4j/neo4j/5.26.30/neo4j-5.26.30';
    expect(isDownloadedJar(`[INFO] Downloaded ${source}.jar (1.2 MB at 3 MB/s)`)).toBe(true);
    expect(isDownloadedJar(`[INFO] Downloaded ${source}.pom (12 kB at 3 MB/s)`)).toBe(false);
    expect(isDownloadedJar(`[INFO] Downloading ${source}.jar`)).toBe(false);
  });

  it('never overflows the progress bar', () => {
    expect(formatDownloads(0)).toBe(`  [${'.'.repeat(30)}] 0 jars`);
    expect(formatDownloads(130)).toBe(`  [${'#'.repeat(15)}${'.'.repeat(15)}] 130 jars`);
    expect(formatDownloads(9_999)).toBe(`  [${'#'.repeat(30)}] 9999 jars`);
  });
});
