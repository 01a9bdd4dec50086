import { applicationsOf } from '../../facts/applications/applications.js';
import { allParts, partsOf } from '../../facts/applications/parts.js';
import { isAnswering, isOpen, isProbeServer } from '../../facts/applications/reach.js';
import { serves } from '../../facts/applications/purposes.js';
import type { Application } from '../../model/application.js';
import { sourceText } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';

const REMEDIES: Readonly<Partial<Record<Application['framework'], string>>> = {
  express:
    'After the last route, add `app.use((err, req, res, next) => …)` that logs it and answers with a body of your own',
  koa: 'Before everything else, add a middleware that awaits `next()` in a `try`, logs what it catches and answers with a body of your own',
  'node-http': 'Catch what the handler throws, log it and answer 500',
};
const DEFAULTS: Readonly<Partial<Record<Application['framework'], string>>> = {
  express: 'Express sends the stack to the client unless NODE_ENV is "production", and an HTML page then',
  koa: 'Koa answers in plain text and prints to stderr, where no log line knows the request',
  'node-http': 'the request hangs until the client gives up, and an unhandled rejection ends the process',
};

export const rule = createRule({
  name: 'require-error-handler',
  area: 'http',
  level: 'warn',
  description: 'require that an application handles errors at its boundary',
  cwe: [755, 209],
  mentions: /express|koa|https?/i,
  messages: {
    missing: 'Nothing handles the errors of this application: {{default}}. {{remedy}}.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const application of applicationsOf(file)) {
          const standard = DEFAULTS[application.framework];
          if (standard === undefined || !application.isServed || isProbeServer(application) || isHandled(application))
            continue;
          report({
            node: application.node,
            message: 'missing',
            data: { default: standard, remedy: REMEDIES[application.framework]! },
          });
        }
      },
    };
  },
});

function isHandled(application: Application): boolean {
  const { handler, file } = application;
  if (handler) {
    const text = file.text.slice(handler.range[0], handler.range[1]);
    // What only hands on, or does nothing that waits, has nothing to catch.
    return /\btry\s*\{|\.catch\(|\.then\([^]*,/.test(text) || !/\bawait\b/.test(text);
  }
  if (isOpen(application)) return true;
  // Adapters of tRPC and GraphQL answer errors themselves.
  const own = partsOf(application).filter(({ kind }) => kind === 'route' || kind === 'router');
  if (own.length === 0 && !isAnswering(application)) return true;
  return allParts(application).some(
    (part) =>
      part.kind === 'error-handler' ||
      (part.kind === 'setting' &&
        /^on$/.test(part.method) &&
        /['"]error['"]/.test(part.file.text.slice(part.call.range[0], part.call.range[1]).slice(0, 60))) ||
      (part.kind !== 'route' && part.kind !== 'router' && (serves(part, 'error-handler') || isCatching(part.fn))),
  );
}

/** Koa: a middleware that awaits the rest in a `try`. */
const isCatching = (fn: Application['handler']): boolean =>
  fn !== null && /\btry\s*\{[^]*\bnext\(\)[^]*\bcatch\b/.test(sourceText(fn));
