import { rule } from '../../../src/rules/data/require-reversible-migration.js';
import { ruleTester } from '../../rule-tester.js';

const typeorm = (down: string): string =>
  `import { MigrationInterface, QueryRunner } from 'typeorm';
export class M1 implements MigrationInterface {
  async up(q: QueryRunner) { await q.query('CREATE TABLE t (id int)'); }
  ${down}
}`;

ruleTester.run('require-reversible-migration', rule as never, {
  valid: [
    { name: 'a way back', code: typeorm("async down(q: QueryRunner) { await q.query('DROP TABLE t'); }") },
    { name: 'a decision', code: typeorm("async down() { throw new Error('irreversible'); }") },
    { name: 'no migration', code: 'export class Lift { up() { this.createFloor(); } createFloor() {} }' },
  ],
  invalid: [
    { name: 'none', code: typeorm(''), errors: [{ messageId: 'absent', line: 2 }] },
    { name: 'an empty one', code: typeorm('async down() {}'), errors: [{ messageId: 'empty', line: 4 }] },
  ],
});
