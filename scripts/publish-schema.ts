import { openAtlas } from '../src/commands/atlas.js';
import { buildSchema } from '../src/schema.js';
import { publish } from './published-schema.js';
import { writeDataSchemas } from './write-data-schemas.js';

// Of another atlas, whose folder is given, only what editors need is written beside its data.
const [atlasDir] = process.argv.slice(2);
if (atlasDir === undefined) publish(buildSchema());
const { model, dataDir } = openAtlas({ atlasDir });
await writeDataSchemas(model, dataDir);
