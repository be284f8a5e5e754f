import { describePhone, everyView } from './phone.js';

// The long tests cover the other views.
describePhone(
  'en',
  everyView.filter((_view, index) => index % 2 === 0),
);
