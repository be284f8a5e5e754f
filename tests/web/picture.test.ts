import { describePicture } from './picture.js';

describePicture('en');
