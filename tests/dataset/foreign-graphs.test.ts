import { describeForeignGraphs } from './describe-foreign-graphs.js';

describeForeignGraphs(4);
