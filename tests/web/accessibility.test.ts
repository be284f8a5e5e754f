import { describeAccessibility } from './accessibility.js';

// Pages of each kind, and one each in the other manners; accessibility.long.test.ts has them all.
describeAccessibility('by day', ['/?node=Company:openai', '/?view=question&question=refuted-facts']);
describeAccessibility('by night', ['/?view=chain']);
describeAccessibility('on a phone in Chinese', ['/?view=landscape']);
