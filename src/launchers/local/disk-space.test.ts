import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { requireSpace } from './disk-space.js';

describe('requireSpace', () => {
  it('accepts a disk with enough space', async () => {
    await requireSpace(tmpdir(), 1, 'one byte');
  });

  it('rejects a disk with too little space', async () => {
    await expect(requireSpace(tmpdir(), 1e18, 'everything')).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringMatching(/1000000000000 MB are needed for everything, \d+ MB are free.*Free some space/),
    });
  });
});
