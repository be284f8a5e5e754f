import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/paths.js';
import { findBannedWords } from './prose/banned-words.js';
import { chineseSentences } from './prose/chinese-sentences.js';
import { findChineseStyleProblems } from './prose/chinese-style.js';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: packageRoot,
  encoding: 'utf8',
});
const files = [...new Set(listed.trim().split('\n'))].filter(
  (path) => !/^(scripts\/prose\/|eslint\.config\.js)/.test(path),
);
const chinese = /^(data\/.*\.yaml|schema\/.*\.graphql|operations\/.*\.graphql|.*\.zh-CN\.md|web\/src\/.*\/zh\.ts)$/;

function read(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8');
}

const english = files
  .filter((path) => /\.(tsx?|js|md|graphql|cypher|ya?ml|css|html)$/.test(path) && !path.startsWith('data/'))
  .flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => findBannedWords(line).map((problem) => `${path}:${index + 1}: ${problem}`)),
  );
const sentences = files
  .filter((path) => chinese.test(path))
  .flatMap((path) =>
    chineseSentences(path, read(path)).flatMap(({ line, text }) =>
      findChineseStyleProblems(text).map((problem) => `${path}:${line}: ${problem}`),
    ),
  );

const problems = [...english, ...sentences];
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}
