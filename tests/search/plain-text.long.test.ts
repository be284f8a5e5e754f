import { describeRandomText } from './describe-random-text.js';

describeRandomText(300);
