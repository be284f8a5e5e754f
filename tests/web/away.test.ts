import { describeServerAway } from './away.js';

describeServerAway('en');
