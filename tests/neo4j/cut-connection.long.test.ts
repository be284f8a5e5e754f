import { describeCutConnection } from './describe-cut-connection.js';

describeCutConnection({ first: 1, then: 10 });
