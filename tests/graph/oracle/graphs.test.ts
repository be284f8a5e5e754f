import { describeGraphs } from './describe-graphs.js';

describeGraphs(24);
