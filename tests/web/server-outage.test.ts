import { describeServerOutage } from './server-outage.js';

describeServerOutage('en');
