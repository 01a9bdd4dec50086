import { rule } from '../../../src/rules/input/no-disabled-tls.js';
import { ruleTester } from '../../rule-tester.js';

ruleTester.run('no-disabled-tls', rule as never, {
  valid: [
    { name: 'checked', code: 'export const o = { rejectUnauthorized: true };' },
    { name: 'depends on something', code: 'export const o = { rejectUnauthorized: !isLocal };' },
    {
      name: 'a branch of development',
      code: "export const o = process.env.NODE_ENV !== 'production' ? { rejectUnauthorized: false } : {};",
    },
    { name: 'by a setting that says so', code: 'if (config.allowInsecure) { options.rejectUnauthorized = false; }' },
    { name: 'a new version', code: "export const o = { minVersion: 'TLSv1.3' };" },
    {
      name: 'a check of one’s own',
      code: 'export const o = { checkServerIdentity: (host, cert) => compare(host, cert) };',
    },
  ],
  invalid: [
    {
      name: 'an option',
      code: 'export const o = { rejectUnauthorized: false };',
      output: 'export const o = { rejectUnauthorized: true };',
      errors: [{ messageId: 'certificate', data: { name: 'rejectUnauthorized: false' } }],
    },
    {
      name: 'the branch of production',
      code: 'export const o = isProduction ? { rejectUnauthorized: false } : {};',
      output: 'export const o = isProduction ? { rejectUnauthorized: true } : {};',
      errors: [{ messageId: 'certificate' }],
    },
    {
      name: 'the whole process',
      code: "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;",
      output: "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '1';",
      errors: [{ messageId: 'process' }],
    },
    {
      name: 'every name',
      code: 'export const o = { checkServerIdentity: () => undefined };',
      errors: [{ messageId: 'host' }],
    },
    {
      name: 'an old method',
      code: "export const o = { secureProtocol: 'TLSv1_method' };",
      output: "export const o = { minVersion: 'TLSv1.2' };",
      errors: [{ messageId: 'version' }],
    },
  ],
});
