import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { printSchema, type GraphQLSchema } from 'graphql';
import { sourceText, type RelayModule } from './documents.js';

const run = promisify(execFile);
const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');

/** The output of the compiler. */
export interface CompilerOutput {
  readonly report: string;
  /** The text of every query that the app sends. */
  readonly queries: readonly string[];
}

/** Writes the app into the directory and compiles it there; throws the compiler's report if there are errors. */
export async function compileRelayApp(
  directory: string,
  schema: GraphQLSchema,
  modules: readonly RelayModule[],
): Promise<CompilerOutput> {
  const source = join(directory, 'src');
  mkdirSync(join(directory, 'artifacts'), { recursive: true });
  mkdirSync(source);
  writeFileSync(join(directory, 'schema.graphql'), printSchema(schema));
  for (const module of modules) writeFileSync(join(source, `${module.name}.ts`), sourceText(module));
  writeFileSync(join(directory, settings.persistConfig.file), '{}');
  const config = join(directory, 'relay.config.json');
  writeFileSync(config, JSON.stringify(settings));
  const { stdout, stderr } = await run(process.execPath, [compiler, config], { cwd: directory });
  const persisted = readFileSync(join(directory, settings.persistConfig.file), 'utf8');
  const queries = Object.values(JSON.parse(persisted) as Record<string, string>); // texts by their hashes
  return { report: stdout + stderr, queries };
}

const settings = {
  src: './src',
  schema: './schema.graphql',
  artifactDirectory: './artifacts',
  language: 'typescript',
  eagerEsModules: true,
  customScalarTypes: { JSON: 'unknown' },
  persistConfig: { file: './queries.json', algorithm: 'SHA256' },
};
