import tracer from 'dd-trace';

// ok: require-instrumentation-first
tracer.init();
export default tracer;
