// @complete: require-instrumentation-first
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK();
// bad-cross: require-instrumentation-first
sdk.start();

import { build } from './app.js';

build().listen({ port: 3000 });
