import { describeDownloads } from './downloads.js';

describeDownloads('en');
