import { fixedSessionsOf, sessionSetupsOf, type SessionFault } from '../../facts/sessions.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-insecure-session',
  area: 'auth',
  level: 'error',
  description: 'disallow sessions in memory, under default names, without an end, or kept through a login',
  cwe: [384, 613],
  mentions: /session/i,
  messages: {
    setup: 'These sessions {{faults}}. {{remedy}}',
    uninitialized:
      '`saveUninitialized: true` stores a session and sets a cookie for every visitor and every bot, before anybody logs in: the store fills up, and the id that an attacker planted is kept. Set it to false.',
    fixed:
      'The login keeps the session id that the visitor came with: whoever planted it in his browser is logged in with him (session fixation). Call regenerate() first, then set the user.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, faults, uninitialized } of sessionSetupsOf(file)) {
          const rest = uninitialized ? faults.filter((fault) => fault !== 'uninitialized') : faults;
          if (rest.length > 0)
            report({
              node,
              message: 'setup',
              data: {
                faults: rest.map((fault) => WHAT[fault]).join('; '),
                remedy: `${rest.map((fault) => REMEDY[fault]).join(', ')}.`.replace(/^./, (first) =>
                  first.toUpperCase(),
                ),
              },
            });
          if (uninitialized) report({ node: uninitialized, message: 'uninitialized' });
        }
        for (const node of fixedSessionsOf(file)) report({ node, message: 'fixed' });
      },
    };
  },
});

const WHAT: Readonly<Record<SessionFault, string>> = {
  memory: 'live in the memory of the process, which grows until it dies and takes every login with it',
  name: 'go by the default name connect.sid, which tells scanners what to try',
  uninitialized: 'are saved for every visitor (saveUninitialized is true by default)',
  endless: 'have no maxAge, so a login ends only when a browser closes',
};

const REMEDY: Readonly<Record<SessionFault, string>> = {
  memory: 'give a store (connect-redis, connect-pg-simple)',
  name: 'give a name of your own',
  uninitialized: 'set saveUninitialized: false',
  endless: 'set cookie.maxAge',
};
