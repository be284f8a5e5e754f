import type { Plugin } from 'vite';

/** Removes `@font-face` rules from the style sheets of libraries: the pages use system fonts, which cover Chinese. */
export function withoutFonts(): Plugin {
  return {
    name: 'without-fonts',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('.css') ? { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), map: null } : undefined;
    },
  };
}
