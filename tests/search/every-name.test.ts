import { describeEveryName } from './describe-every-name.js';

// Every fifteenth; every-name.long.test.ts has them all.
describeEveryName({ step: 15, draws: 25 });
