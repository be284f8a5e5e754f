import { describeTorn } from './describe-torn.js';

describeTorn({ first: 10, then: 37 });
