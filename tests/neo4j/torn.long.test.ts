import { describeTorn } from './describe-torn.js';

describeTorn(5);
