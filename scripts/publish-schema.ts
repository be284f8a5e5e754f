import { join } from 'node:path';
import { ownModel } from '../src/model/own-model.js';
import { packageRoot } from '../src/paths.js';
import { buildSchema } from '../src/schema.js';
import { publish } from './published-schema.js';
import { writeDataSchemas } from './write-data-schemas.js';

publish(buildSchema());
await writeDataSchemas(ownModel(), join(packageRoot, 'data'));
