import { describeGraphLayers } from './graph-layers.js';

describeGraphLayers('en');
