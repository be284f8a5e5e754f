import { describeEveryName } from './describe-every-name.js';

// A sample; the long test covers all names.
describeEveryName({ step: 15, substringCount: 25 });
