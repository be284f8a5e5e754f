import { describeAccessibility, allPaths } from './accessibility.js';

describeAccessibility('in light mode', allPaths);
describeAccessibility('in dark mode', allPaths);
describeAccessibility('on a phone in Chinese', allPaths);
