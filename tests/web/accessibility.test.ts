import { describeAccessibility, everyPath } from './accessibility.js';

describeAccessibility('by day', everyPath);
// Each other manner on the picture and on a view; accessibility.long.test.ts has them all.
describeAccessibility('by night', ['/?node=Company:openai', '/?view=landscape']);
describeAccessibility('on a phone in Chinese', ['/?node=Company:openai', '/?view=landscape']);
