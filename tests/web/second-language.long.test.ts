import { describeServerAway } from './away.js';
import { describeDownloads } from './downloads.js';
import { describeExplorer } from './explorer.js';
import { describeKeyboard } from './keyboard.js';
import { describePhone, everyView } from './phone.js';
import { describePicture } from './picture.js';

describeExplorer('zh');
describePicture('zh');
describePhone('zh', everyView);
describeKeyboard('zh');
describeDownloads('zh');
describeServerAway('zh');
