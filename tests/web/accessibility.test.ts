import { describeAccessibility } from './accessibility.js';

// The page that holds most, and one in each other manner; accessibility.long.test.ts has them all.
describeAccessibility('by day', ['/?node=Company:openai']);
describeAccessibility('by night', ['/?view=chain']);
describeAccessibility('on a phone in Chinese', ['/?view=landscape']);
