import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller files are not compressed: the savings would not outweigh the `content-encoding` header. */
const minBytes = 1_000;

/** Emits a brotli and a gzip copy of every script and style sheet, for browsers that accept them. */
export function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          const source = file.type === 'chunk' ? file.code : file.source;
          if (!/\.(js|css)$/.test(file.fileName) || source.length < minBytes) continue;
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: brotliCompressSync(source) });
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(source, { level: 9 }) });
        }
      },
    },
  };
}
