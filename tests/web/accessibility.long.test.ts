import { describeAccessibility, everyPath } from './accessibility.js';

describeAccessibility('by day', everyPath);
describeAccessibility('by night', everyPath);
describeAccessibility('on a phone in Chinese', everyPath);
