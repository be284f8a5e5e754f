import { describe, expect, it } from 'vitest';
import { defaultDataDir } from './paths.js';

describe('the directory of the database', () => {
  it('is in the project in a checkout', () => {
    expect(defaultDataDir('/srv/ada/aigc-atlas/', undefined, '/srv/ada/.local/share')).toBe(
      '/srv/ada/aigc-atlas/.atlas',
    );
  });

  it.each(['/srv/app/node_modules/aigc-atlas/', '/srv/ada/.npm/_npx/1a2b/node_modules/aigc-atlas/'])(
    'is in the directory for data of the user for the package installed in %s',
    (root) => {
      expect(defaultDataDir(root, undefined, '/srv/ada/.local/share')).toBe('/srv/ada/.local/share/aigc-atlas');
    },
  );

  it('is in the directory of another atlas, so that two atlases do not replace the data of each other', () => {
    expect(defaultDataDir('/srv/app/node_modules/aigc-atlas/', '/srv/library', '/srv/share')).toBe(
      '/srv/library/.atlas',
    );
  });
});
