import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Plugins that collect the libraries bundled in the pages and their workers. Vite's `build.license` omits workers. */
export interface NoticePlugins {
  readonly pages: Plugin;
  readonly workers: Plugin;
}

/** Emits a file with the name, version and license text of every library bundled in a build: the pages, by default. */
export function createNoticePlugins(fileName: string, place = 'the pages'): NoticePlugins {
  const directories = new Set<string>();
  const collectPackages = (bundle: Rolldown.OutputBundle): void => {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    for (const module of modules) for (const directory of packageDirectoryOf(module)) directories.add(directory);
  };
  return {
    workers: { name: 'gather-notices', generateBundle: (_options, bundle) => collectPackages(bundle) },
    pages: {
      name: 'write-notices',
      generateBundle(_options, bundle) {
        collectPackages(bundle);
        const source = [...directories].map(noticeOf).sort().join('\n\n\n');
        this.emitFile({ type: 'asset', fileName, source: `These libraries are part of ${place}.\n\n\n${source}\n` });
      },
    },
  };
}

/** The directory of the npm package that contains a module; empty for project files and virtual modules. */
function packageDirectoryOf(module: string): string[] {
  return /^[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.slice() ?? [];
}

function noticeOf(directory: string): string {
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8').trim();
  const { name, version, license } = JSON.parse(read('package.json')) as Readonly<Record<string, string>>;
  const texts = readdirSync(directory)
    .filter((file) => /^(license|licence|copying|notice)/i.test(file))
    .flatMap((file) => filesAt(directory, file));
  return [`${name} ${version} (${license})`, ...texts.map(read)].join('\n\n');
}

/** A file, or the files of a directory of licenses, relative to the package. */
function filesAt(directory: string, name: string): string[] {
  if (!statSync(join(directory, name)).isDirectory()) return [name];
  return readdirSync(join(directory, name)).map((file) => join(name, file));
}
