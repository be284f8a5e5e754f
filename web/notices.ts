import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Plugins that collect the libraries bundled in the pages and their workers. Vite's `build.license` omits workers. */
export interface Notices {
  readonly pages: Plugin;
  readonly workers: Plugin;
}

/** Emits a file with the name, version and license text of every library bundled in the pages. */
export function notices(fileName: string): Notices {
  const folders = new Set<string>();
  const gather = (bundle: Rolldown.OutputBundle): void => {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    for (const module of modules) for (const folder of packageOf(module)) folders.add(folder);
  };
  return {
    workers: { name: 'gather-notices', generateBundle: (_options, bundle) => gather(bundle) },
    pages: {
      name: 'write-notices',
      generateBundle(_options, bundle) {
        gather(bundle);
        const source = [...folders].map(noticeOf).sort().join('\n\n\n');
        this.emitFile({ type: 'asset', fileName, source: `These libraries are part of the pages.\n\n\n${source}\n` });
      },
    },
  };
}

/** The directory of the npm package that contains a module; empty for project files and virtual modules. */
function packageOf(module: string): string[] {
  return /^[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.slice() ?? [];
}

function noticeOf(folder: string): string {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8').trim();
  const { name, version, license } = JSON.parse(read('package.json')) as Readonly<Record<string, string>>;
  const files = readdirSync(folder).filter((file) => /^(license|licence|copying|notice)/i.test(file));
  return [`${name} ${version} (${license})`, ...files.map(read)].join('\n\n');
}
