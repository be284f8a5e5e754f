import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { requireSpace } from './disk-space.js';

describe('the room on a disk', () => {
  it('is enough when it is', async () => {
    await requireSpace(tmpdir(), 1, 'one byte');
  });

  it('is told when it is too little', async () => {
    await expect(requireSpace(tmpdir(), 1e18, 'everything')).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringMatching(/1000000000000 MB are needed for everything, \d+ MB are free.*Free some room/),
    });
  });
});
