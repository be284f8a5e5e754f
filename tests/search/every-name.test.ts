import { describeEveryName } from './describe-every-name.js';

// Every tenth; every-name.long.test.ts has them all.
describeEveryName({ step: 10, draws: 25 });
