import { describePagingDuringWrites } from './describe-paging-during-writes.js';

describePagingDuringWrites({ runs: 24, tools: 60 });
