import { describeQueriesBehind, everyView } from './queries-behind.js';

describeQueriesBehind('en', everyView);
describeQueriesBehind('zh', everyView);
