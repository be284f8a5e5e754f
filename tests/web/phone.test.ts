import { describePhone, allViews } from './phone.js';

// The long tests cover the other views.
describePhone(
  'en',
  allViews.filter((_view, index) => index % 2 === 0),
);
