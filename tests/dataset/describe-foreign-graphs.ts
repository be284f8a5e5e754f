import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { declaredNamesOf } from '../../src/dataset/neo4j-schema.js';
import { AtlasError } from '../../src/errors.js';
import { clearDatabase } from '../setup/clear-database.js';
import { scratchNeo4j } from '../setup/databases.js';
import { entity, readSmallDataset, type DataFiles } from './small-dataset.js';
import { foreignGraph, readForeign, writeForeign, type ForeignGraph } from './foreign-graph.js';
import { readGraph } from './stored-graph.js';

const stepSequences = fc.array(fc.constantFrom('load', 'load other data', 'fail in the middle', 'dry run', 'adopt'), {
  minLength: 1,
  maxLength: 3,
});

/** Adds a company and removes a tool that foreign relations may be connected to. */
function changeDataset(files: DataFiles): void {
  files['company']?.push(entity('adobe'));
  files['tool']?.splice(1);
}

/** Tests that loads never change foreign nodes, relations, constraints or indexes. */
export function describeForeignGraphs(cases: number): void {
  const neo4j = scratchNeo4j();
  const seed = 20250103;

  async function load(step: string): Promise<void> {
    const dataset = await readSmallDataset(step === 'load other data' ? changeDataset : undefined);
    const onProgress = (): void => {
      if (step === 'fail in the middle') throw new AtlasError('DISK_FULL', 'power cut');
    };
    await loadDataset(neo4j.database, projectModel(), dataset, {
      dryRun: step === 'dry run',
      adopt: step === 'adopt',
      onProgress,
    });
  }

  /** Reads the whole database, and the foreign part of it. */
  async function readAll(ownNames: ReadonlySet<string>) {
    const all = { graph: await readGraph(neo4j.database), schema: await readForeign(neo4j.database, new Set()) };
    return { all, foreign: await readForeign(neo4j.database, ownNames) };
  }

  async function runSteps(isLoadedBefore: boolean, graph: ForeignGraph, sequence: string[]): Promise<void> {
    await clearDatabase(neo4j.target, { dropsProjectSchema: true });
    if (isLoadedBefore) await load('load');
    const declaredBefore = new Set(isLoadedBefore ? declaredNamesOf(projectModel()) : []);
    await writeForeign(neo4j.database, graph);
    const foreignNames =
      (await readForeign(neo4j.database, declaredBefore))['indexes']?.map(({ name }) => String(name)) ?? [];
    const ownNames = new Set(declaredNamesOf(projectModel()).filter((name) => !foreignNames.includes(name)));
    for (const step of sequence) {
      const before = await readAll(ownNames);
      const error: unknown = await load(step).catch((reason: unknown) => reason);
      const after = await readAll(ownNames);
      expect(after.foreign).toEqual(before.foreign);
      if (step === 'dry run' || isRefusal(error)) expect(after.all).toEqual(before.all);
      else if (!isInterruption(error)) expect(error).toBeUndefined();
    }
  }

  describe('Foreign data in the database', () => {
    it('is unchanged by every successful, repeated, refused or interrupted load', async () => {
      const property = fc.asyncProperty(fc.boolean(), foreignGraph, stepSequences, runSteps);
      await fc.assert(property, { numRuns: cases, seed });
    });
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DATABASE_FOREIGN';
}

function isInterruption(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DISK_FULL';
}
