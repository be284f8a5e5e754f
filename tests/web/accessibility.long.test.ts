import { describeAccessibility, everyPath } from './accessibility.js';

describeAccessibility('in light mode', everyPath);
describeAccessibility('in dark mode', everyPath);
describeAccessibility('on a phone in Chinese', everyPath);
