import { describeWalkedWhileWritten } from './describe-walked-while-written.js';

describeWalkedWhileWritten(2);
