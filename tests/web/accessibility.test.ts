import { describeAccessibility, everyPath } from './accessibility.js';

// One page of each kind by day, and one each in the other manners; accessibility.long.test.ts has them all.
describeAccessibility(
  'by day',
  everyPath.filter((path) => /^\/($|\?node|\?view=(question|places)|playground)/.test(path)),
);
describeAccessibility('by night', ['/?node=Company:openai']);
describeAccessibility('on a phone in Chinese', ['/?view=landscape']);
