import { describeHostileFiles } from '../../tests/dataset/describe-hostile-files.js';

describeHostileFiles(20);
