import { projectFiles, readProjectFile } from '../tests/conventions/project-files.js';
import { findBannedWords } from './prose/banned-words.js';
import { chineseSentences } from './prose/chinese-sentences.js';
import { findChineseStyleProblems } from './prose/chinese-style.js';

const files = projectFiles().filter((path) => !/^(scripts\/prose\/|eslint\.config\.js)/.test(path));
const chinese = /^(data\/.*\.yaml|schema\/.*\.graphql|operations\/.*\.graphql|.*\.zh-CN\.md|web\/src\/.*\/zh\.ts)$/;

const english = files
  .filter((path) => /\.(tsx?|js|md|graphql|cypher|ya?ml|css|html)$/.test(path) && !path.startsWith('data/'))
  .flatMap((path) =>
    readProjectFile(path)
      .split('\n')
      .flatMap((line, index) => findBannedWords(line).map((problem) => `${path}:${index + 1}: ${problem}`)),
  );
const sentences = files
  .filter((path) => chinese.test(path))
  .flatMap((path) =>
    chineseSentences(path, readProjectFile(path)).flatMap(({ line, text }) =>
      findChineseStyleProblems(text).map((problem) => `${path}:${line}: ${problem}`),
    ),
  );

const problems = [...english, ...sentences];
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}
