import { findLateStart } from '../../facts/instrumentation.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-instrumentation-first',
  area: 'logging',
  level: 'warn',
  description: 'require that instrumentation starts before the modules that it instruments are loaded',
  mentions: /sentry|opentelemetry|dd-trace|newrelic|instrument|tracing|tracer|telemetry|otel|apm/i,
  messages: {
    late: '{{tool}} starts here, after `{{module}}` is loaded: what is loaded before is never traced, and the trace that you need at 3 a.m. ends at the door. Start it in a file of its own, loaded first or with `--import`.',
    hoisted:
      'Imports are hoisted: `{{module}}` is loaded before {{tool}} starts here, and is never traced. Move the start into a file of its own, and load that with `node --import`.',
    incomplete:
      'In an ES module a first import is not enough: hooks for `{{module}}` and the others take a loader that {{tool}} registers before the graph is linked. Start with `node --import` of this file as well.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const late = findLateStart(file);
        if (!late) return;
        const message = late.isIncomplete ? 'incomplete' : late.isHoisted ? 'hoisted' : 'late';
        report({ node: late.node, message, data: { tool: late.tool, module: late.module } });
      },
    };
  },
});
