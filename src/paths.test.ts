import { describe, expect, it } from 'vitest';
import { defaultDataDir } from './paths.js';

describe('the directory of the database', () => {
  it('is in the project in a checkout', () => {
    expect(defaultDataDir('/home/ada/aigc-atlas/', undefined, '/home/ada/.local/share')).toBe(
      '/home/ada/aigc-atlas/.atlas',
    );
  });

  it.each(['/srv/app/node_modules/aigc-atlas/', '/home/ada/.npm/_npx/1a2b/node_modules/aigc-atlas/'])(
    'is in the directory for data of the user for the package installed in %s',
    (root) => {
      expect(defaultDataDir(root, undefined, '/home/ada/.local/share')).toBe('/home/ada/.local/share/aigc-atlas');
    },
  );

  it('is in the directory of another atlas, so that two atlases do not replace the data of each other', () => {
    expect(defaultDataDir('/srv/app/node_modules/aigc-atlas/', '/srv/library', '/srv/share')).toBe(
      '/srv/library/.atlas',
    );
  });
});
