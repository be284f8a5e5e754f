import { describeValidStatements } from './describe-valid-statements.js';

describeValidStatements(() => true);
