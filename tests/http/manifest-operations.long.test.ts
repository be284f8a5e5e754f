import { readManifest } from '../../src/http/operation-manifest.js';
import { describeManifestOperations } from './describe-manifest-operations.js';

describeManifestOperations(readManifest().operations);
