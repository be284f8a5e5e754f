import { describePagingDuringWrites } from './describe-paging-during-writes.js';

describePagingDuringWrites({ runs: 2, tools: 20 });
