import { describeIncompleteLinks } from './incomplete-links.js';

describeIncompleteLinks('en');
