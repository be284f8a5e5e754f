import { describeGraphDrawing } from './graph-drawing.js';

describeGraphDrawing('en');
