import { describeKeyboard } from './keyboard.js';

describeKeyboard('en');
