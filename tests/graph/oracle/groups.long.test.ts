import { describeGroups, groupings } from './describe-groups.js';

describeGroups(groupings);
