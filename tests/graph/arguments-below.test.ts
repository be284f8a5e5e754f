import { describeArgumentsBelow, roots } from './describe-arguments-below.js';

describeArgumentsBelow(roots.filter(([name]) => name === 'between' || name === 'paths'));
