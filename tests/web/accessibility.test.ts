import { describeAccessibility } from './accessibility.js';

// One page for each setting; the long test covers all pages.
describeAccessibility('in light mode', ['/?view=similar&ids=Company:baidu']);
describeAccessibility('in dark mode', ['/?node=Tool:grover&view=chain']);
describeAccessibility('on a phone in Chinese', ['/?view=landscape']);
