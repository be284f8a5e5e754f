import { describePhone, everyView } from './phone.js';

// The others are in second-language.long.test.ts.
describePhone(
  'en',
  everyView.filter((_view, index) => index % 2 === 0),
);
