import { describePaths } from './describe-paths.js';

describePaths(40);
