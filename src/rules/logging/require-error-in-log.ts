import { lostErrorOf } from '../../facts/logs/lost-errors.js';
import { said } from '../../facts/logs/leaks.js';
import { findLogErrorFix } from '../../fix/log-error.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-error-in-log',
  area: 'logging',
  level: 'strict',
  description: 'require that a log call gets the whole error that it is about',
  cwe: [778],
  fixable: true,
  mentions: /catch|err|exception|reason/i,
  messages: {
    text: 'Only the message of `{{error}}` is logged: the stack and the cause, which say where it failed, are lost. Hand the error itself to the logger.',
    ignored:
      '{{logger}} reads fields and errors before the message, and {{what}} stands behind it: it is left out of the line. Put it first.',
    printed:
      'bunyan prints what stands behind the message into it: no field holds the error, and nothing can search for it. Put it first.',
    key: '{{logger}} serializes errors under `err`; under `error` this one is written as `{}`. Rename the field.',
    dropped:
      'This line says that something failed, and `{{error}}`, which says what, is dropped: at 3 a.m. there is nothing to go by. Log the error with it.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      Log(log) {
        const lost = lostErrorOf(log);
        if (!lost) return;
        const logger = log.library === 'bunyan' ? 'bunyan' : 'pino';
        report({
          node: lost.node,
          message: lost.how === 'ignored' && logger === 'bunyan' ? 'printed' : lost.how,
          data: { error: lost.error.name, logger, what: said(lost.node) },
          fix: findLogErrorFix(lost),
        });
      },
    };
  },
});
