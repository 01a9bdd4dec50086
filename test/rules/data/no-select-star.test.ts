import { rule } from '../../../src/rules/data/no-select-star.js';
import { ruleTester } from '../../rule-tester.js';

const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

ruleTester.run('no-select-star', rule as never, {
  valid: [
    { name: 'columns by name', code: `${pg}export const f = () => pool.query('SELECT id FROM users WHERE id = 1');` },
    { name: 'a count', code: `${pg}export const f = () => pool.query('SELECT count(*) FROM users');` },
    { name: 'text that no client runs', code: "export const text = 'SELECT * FROM users';" },
  ],
  invalid: [
    {
      name: 'a star',
      code: `${pg}export const f = () => pool.query('SELECT * FROM users WHERE id = 1');`,
      errors: [{ messageId: 'star', line: 3 }],
    },
  ],
});
