import { projectFiles, readProjectFile } from './project-files.js';

/** A file of `cypher/`. */
interface CypherFile {
  readonly path: string;
  /** The path below `cypher/` without the extension, such as `path/find-walks`. */
  readonly name: string;
  readonly text: string;
}

/** Every file of `cypher/`. */
export function cypherStatements(): CypherFile[] {
  return projectFiles()
    .filter((path) => path.startsWith('cypher/'))
    .map((path) => ({ path, name: path.slice('cypher/'.length, -'.cypher'.length), text: readProjectFile(path) }));
}
