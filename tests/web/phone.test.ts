import { describePhone, describePhoneGraph, allViews } from './phone.js';

// The long tests cover the other views.
describePhone(
  'en',
  allViews.filter((_view, index) => index % 2 === 0),
);
describePhoneGraph('en');
describePhoneGraph('zh');
