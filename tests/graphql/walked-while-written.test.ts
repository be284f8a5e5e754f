import { describeWalkedWhileWritten } from './describe-walked-while-written.js';

describeWalkedWhileWritten({ walks: 2, tools: 20 });
