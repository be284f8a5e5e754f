import { describeTampering, tamperings } from './describe-tampering.js';

describeTampering(tamperings);
