import { describeCutConnection } from './describe-cut-connection.js';

describeCutConnection({ first: 10, then: 37 });
