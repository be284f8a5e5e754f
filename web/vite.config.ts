import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressAssets } from './compress-assets.js';
import { createNoticePlugins } from './notices.js';
import { operationsModule } from './operations-module.js';
import { pageOperations } from './page-operations.js';
import { withoutFonts } from './without-fonts.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const { pages, workers } = createNoticePlugins('notices.txt');

export default defineConfig({
  root: path('.'),
  // Relative, because a proxy may serve the pages under a subpath.
  base: './',
  plugins: [
    operationsModule(path('../operations'), path('../api/schema.graphql')),
    pageOperations({
      operationsDirectory: path('../operations'),
      schemaFile: path('../api/schema.graphql'),
      documentsFile: path('src/generated/graphql.ts'),
    }),
    withoutFonts(),
    pages,
    compressAssets(),
  ],
  oxc: { jsx: { importSource: 'preact' } },
  build: {
    outDir: path('../dist/pages'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { explorer: path('index.html'), playground: path('playground.html') },
      // Suppresses hundreds of warnings about "use client" directives in libraries.
      checks: { moduleLevelDirective: false },
      onLog: (level, log, report) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : report(level, log)),
    },
  },
  worker: { format: 'es', plugins: () => [workers] },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
