import { join } from 'node:path';
import { projectModel } from '../src/model/project-model.js';
import { packageRoot } from '../src/paths.js';
import { buildSchema } from '../src/schema.js';
import { publish } from './published-schema.js';
import { writeDataSchemas } from './write-data-schemas.js';

publish(buildSchema());
await writeDataSchemas(projectModel(), join(packageRoot, 'data'));
