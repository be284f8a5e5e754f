import { describeUnderstood } from './describe-understood.js';

describeUnderstood(() => true);
