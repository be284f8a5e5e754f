import { describeAccessibility } from './accessibility.js';

// One page for each setting; the long test covers all pages.
describeAccessibility('by day', ['/?view=similar&ids=Company:baidu']);
describeAccessibility('by night', ['/?view=chain']);
describeAccessibility('on a phone in Chinese', ['/?view=landscape']);
