import { describePhone } from './phone.js';

describePhone('en');
