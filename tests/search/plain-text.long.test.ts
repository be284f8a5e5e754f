import { describeAnyText } from './any-text.js';

describeAnyText(300);
