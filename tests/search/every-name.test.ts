import { describeEveryName } from './describe-every-name.js';

// Every fifth; every-name.long.test.ts has them all.
describeEveryName({ step: 5, draws: 50 });
