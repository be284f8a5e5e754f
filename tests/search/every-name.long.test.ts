import { describeEveryName } from './describe-every-name.js';

describeEveryName({ step: 1, substringCount: 500 });
