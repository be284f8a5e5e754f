import { answers, describeVerbatim } from './describe-verbatim.js';

describeVerbatim(answers);
