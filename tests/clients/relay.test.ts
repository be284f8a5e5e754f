import { describeRelayApp } from './describe-relay-app.js';

describeRelayApp(12);
