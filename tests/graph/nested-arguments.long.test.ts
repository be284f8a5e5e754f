import { describeNestedArguments, rootFields } from './describe-nested-arguments.js';

describeNestedArguments(rootFields.filter(([name]) => name !== 'between' && name !== 'paths'));
