import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The pages send requests to their own origin; the proxy forwards them to the server.
  server: { host: '127.0.0.1', port: 4100, proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
