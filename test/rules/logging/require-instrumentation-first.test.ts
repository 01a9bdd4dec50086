import { rule } from '../../../src/rules/logging/require-instrumentation-first.js';
import { ruleTester } from '../../rule-tester.js';

const sentry = "const Sentry = require('@sentry/node');\n";
const init = 'Sentry.init({});\n';
const express = "const express = require('express');\n";

ruleTester.run('require-instrumentation-first', rule as never, {
  valid: [
    { name: 'started first', code: sentry + init + express },
    { name: 'nothing to instrument', code: `const fs = require('node:fs');\n${sentry}${init}` },
    { name: 'started by a function', code: `${express}${sentry}exports.start = () => { ${init} };` },
    { name: 'another init', code: `${express}${sentry}database.init();` },
  ],
  invalid: [
    {
      name: 'started after a module',
      code: express + sentry + init,
      errors: [
        {
          message:
            'Sentry starts here, after `express` is loaded: what is loaded before is never traced, and the trace that you need at 3 a.m. ends at the door. Start it in a file of its own, loaded first or with `--import`.',
          line: 3,
        },
      ],
    },
    { name: 'New Relic', code: `${express}require('newrelic');`, errors: [{ messageId: 'late', line: 2 }] },
  ],
});
