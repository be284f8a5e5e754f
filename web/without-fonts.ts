import type { Plugin } from 'vite';

/** Leaves the fonts out that a library's style sheet carries: the pages use those of the system, which know Chinese too. */
export function withoutFonts(): Plugin {
  return {
    name: 'without-fonts',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('.css') ? { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), map: null } : undefined;
    },
  };
}
