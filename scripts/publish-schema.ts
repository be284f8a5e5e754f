import { openAtlas } from '../src/commands/atlas.js';
import { buildSchema } from '../src/schema.js';
import { publishSchema } from './published-schema.js';
import { writeDataSchemas } from './write-data-schemas.js';

// For the directory of another atlas, only the schemas of its data files are written, for editors.
const [atlasDir] = process.argv.slice(2);
if (atlasDir === undefined) publishSchema(buildSchema());
const { model, dataDir } = openAtlas({ atlasDir });
await writeDataSchemas(model, dataDir);
