import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { packageRoot } from '../src/paths.js';
import { createNoticePlugins } from '../web/notices.js';
import { bundledModules, packageNameOf } from './package/bundled-libraries.js';

const outDir = join(packageRoot, 'dist', 'node_modules');
const prefix = 'bundle:';

/** An entry for each module, with the names that Node.js would import from it, also if it is a CommonJS module. */
const entries: Plugin = {
  name: 'bundled-modules',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return undefined;
    const module = id.slice(prefix.length + 1);
    const exported = Object.keys((await import(module)) as object).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
    return `export { ${exported.filter((name) => name !== 'module.exports').join(', ')} } from '${module}';`;
  },
};

await build({
  configFile: false,
  root: packageRoot,
  logLevel: 'warn',
  plugins: [entries, createNoticePlugins('notices.txt', 'the server').pages],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(bundledModules.map((module) => [`${module}/index`, `${prefix}${module}`])),
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
});

for (const name of new Set(bundledModules.map(packageNameOf))) {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'node_modules', name, 'package.json'), 'utf8')) as object;
  const { version, license } = manifest as Readonly<Record<string, string>>;
  const subpaths = bundledModules.filter((module) => packageNameOf(module) === name);
  const exports = Object.fromEntries(
    subpaths.map((module) => [`.${module.slice(name.length)}`, `.${module.slice(name.length)}/index.js`]),
  );
  const text = JSON.stringify({ name, version, license, type: 'module', exports }, undefined, 2);
  writeFileSync(join(outDir, name, 'package.json'), `${text}\n`);
}
