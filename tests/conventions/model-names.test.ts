import ts from 'typescript';
import { expect, it } from 'vitest';
import { declaredRelations, declaredTypes } from '../setup/declared-model.js';
import { projectFiles, readProjectFile } from './project-files.js';

const modelNames = new RegExp(`\\b(${[...declaredTypes, ...declaredRelations].join('|')})\\b`);

/** The code of a source file without its comments, where examples may name types. */
function codeOf(path: string): string {
  const options = {
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve },
  };
  return ts.transpileModule(readProjectFile(path), { ...options, fileName: path }).outputText;
}

it.each(['src/', 'web/src/'])(
  '%s names no type and no relation of the model outside of generated files',
  (directory) => {
    const sources = projectFiles().filter(
      (path) => path.startsWith(directory) && /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$|\/generated\//.test(path),
    );
    expect(sources.length).toBeGreaterThan(20);
    expect(
      sources.flatMap(
        (path) =>
          modelNames
            .exec(codeOf(path))
            ?.slice(0, 1)
            .map((name) => `${path}: ${name}`) ?? [],
      ),
    ).toEqual([]);
  },
);

it('cypher/ names no type and no relation of the model', () => {
  const statements = projectFiles().filter((path) => path.startsWith('cypher/'));
  expect(statements.filter((path) => modelNames.test(readProjectFile(path)))).toEqual([]);
});
