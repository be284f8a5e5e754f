import { describeServerOutage } from './server-outage.js';
import { describeDownloads } from './downloads.js';
import { describeExplorer } from './explorer.js';
import { describeIncompleteLinks } from './incomplete-links.js';
import { describeKeyboard } from './keyboard.js';
import { describePhone, allViews } from './phone.js';
import { describeGraphDrawing } from './graph-drawing.js';
import { describeGraphLayers } from './graph-layers.js';

describeExplorer('zh');
describeGraphDrawing('zh');
describeGraphLayers('zh');
describePhone('zh', allViews);
describeKeyboard('zh');
describeIncompleteLinks('zh');
describeDownloads('zh');
describeServerOutage('zh');
