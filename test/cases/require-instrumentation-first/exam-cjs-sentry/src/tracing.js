// @complete: require-instrumentation-first
// ok: require-instrumentation-first -- loaded with --require
require('dd-trace').init({ service: 'tickets-worker' });
