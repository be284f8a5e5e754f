import { operationNames } from '../operations/read-operation.js';
import { describeInterpretedOperations } from './interpreted-operations.js';

describeInterpretedOperations(operationNames());
