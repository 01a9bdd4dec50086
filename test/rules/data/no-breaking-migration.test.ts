import { rule } from '../../../src/rules/data/no-breaking-migration.js';
import { ruleTester } from '../../rule-tester.js';

const typeorm = (text: string): string =>
  `import { MigrationInterface, QueryRunner } from 'typeorm';
export class M1 implements MigrationInterface {
  async up(q: QueryRunner) { await q.query('${text}'); }
  async down() { throw new Error('one way'); }
}`;

ruleTester.run('no-breaking-migration', rule as never, {
  valid: [
    { name: 'a new column', code: typeorm('ALTER TABLE t ADD COLUMN a int') },
    { name: 'a required one with a default', code: typeorm('ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 0') },
    { name: 'a constraint dropped', code: typeorm('ALTER TABLE t DROP CONSTRAINT t_a_check') },
    { name: 'a default dropped', code: typeorm('ALTER TABLE t ALTER COLUMN a DROP DEFAULT') },
    { name: 'its own table', code: typeorm('CREATE TABLE t (id int); ALTER TABLE t DROP COLUMN a') },
  ],
  invalid: [
    {
      name: 'a column dropped',
      code: typeorm('ALTER TABLE t DROP COLUMN a'),
      errors: [{ messageId: 'drop', line: 3 }],
    },
    { name: 'a table renamed', code: typeorm('ALTER TABLE t RENAME TO u'), errors: [{ messageId: 'rename' }] },
    {
      name: 'required at once',
      code: typeorm('ALTER TABLE t ADD COLUMN a int NOT NULL'),
      errors: [{ messageId: 'required' }],
    },
    {
      name: 'another type',
      code: typeorm('ALTER TABLE t ALTER COLUMN a TYPE smallint'),
      errors: [{ messageId: 'type' }],
    },
  ],
});
