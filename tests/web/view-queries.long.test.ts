import { describeViewQueries, allViewPaths } from './view-queries.js';

describeViewQueries('en', allViewPaths);
describeViewQueries('zh', allViewPaths);
