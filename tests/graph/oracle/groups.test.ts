import { describeGroups, groupings } from './describe-groups.js';

// Each grouping with one of the filters, in turn.
describeGroups(groupings.filter((_grouping, index) => index % 4 === Math.floor(index / 4) % 4));
