import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** The plugins that gather the libraries of the pages and of their workers; Vite's `build.license` leaves workers out. */
export interface Notices {
  readonly pages: Plugin;
  readonly workers: Plugin;
}

/** Writes beside the pages who made the libraries in them, and under which licenses. */
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

/** The folder of the package that a module belongs to; none for our own and for those that are generated. */
function packageOf(module: string): string[] {
  return /^[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.slice() ?? [];
}

function noticeOf(folder: string): string {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8').trim();
  const { name, version, license } = JSON.parse(read('package.json')) as Readonly<Record<string, string>>;
  const files = readdirSync(folder).filter((file) => /^(license|licence|copying|notice)/i.test(file));
  return [`${name} ${version} (${license})`, ...files.map(read)].join('\n\n');
}
