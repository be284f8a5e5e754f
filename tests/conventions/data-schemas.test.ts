import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staleDataSchemas, writeDataSchemas } from '../../scripts/write-data-schemas.js';
import { projectModel } from '../../src/model/project-model.js';
import { packageRoot } from '../../src/paths.js';
import { withTemporaryDirectory } from '../dataset/small-dataset.js';
import { musicModel } from '../dataset/music.js';

describe('the schemas of the data files', () => {
  it('match the model', async () => {
    expect(await staleDataSchemas(projectModel(), join(packageRoot, 'data'))).toEqual([]);
  });

  it('are reported if they are missing, superfluous or changed, and rewritten', () =>
    withTemporaryDirectory(async (dir) => {
      await writeDataSchemas(musicModel, dir);
      expect(await staleDataSchemas(musicModel, dir)).toEqual([]);
      rmSync(join(dir, 'json-schema/work.schema.json'));
      writeFileSync(join(dir, 'json-schema/song.schema.json'), '{}');
      writeFileSync(join(dir, 'records.ts'), '');
      const staleFiles = ['json-schema/work.schema.json', 'records.ts', 'json-schema/song.schema.json'];
      expect(await staleDataSchemas(musicModel, dir)).toEqual(staleFiles);
      await writeDataSchemas(musicModel, dir);
      expect(await staleDataSchemas(musicModel, dir)).toEqual([]);
    }));

  it('type each record by the fields of its type', () =>
    withTemporaryDirectory(async (dir) => {
      await writeDataSchemas(musicModel, dir);
      const types = readFileSync(join(dir, 'records.ts'), 'utf8');
      expect(types).toContain('/** Somebody who writes music. */\nexport interface ComposerRecord {');
      expect(types).toContain('/** How large it is. CYCLE: Several evenings.');
      for (const field of ["size: 'CYCLE' | 'OPERA' | 'ACT'", 'isSung: boolean', 'minutes?: number', 'year: number']) {
        expect(types).toContain(`  readonly ${field};\n`);
      }
      expect(types).toContain('export interface PartOfRelation {');
      expect(types).not.toMatch(/Citation|zh/);
    }));
});
