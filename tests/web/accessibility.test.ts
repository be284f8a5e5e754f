import { describeAccessibility } from './accessibility.js';

// One page in each manner; accessibility.long.test.ts has them all.
describeAccessibility('by day', ['/?view=similar&ids=Company:baidu']);
describeAccessibility('by night', ['/?view=chain']);
describeAccessibility('on a phone in Chinese', ['/?view=landscape']);
