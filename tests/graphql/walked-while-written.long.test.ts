import { describeWalkedWhileWritten } from './describe-walked-while-written.js';

describeWalkedWhileWritten({ walks: 24, tools: 60 });
