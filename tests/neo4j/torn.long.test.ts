import { describeTorn } from './describe-torn.js';

describeTorn({ first: 1, then: 10 });
