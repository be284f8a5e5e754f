import { describeWalks } from './describe-walks.js';

describeWalks(40);
