// @complete: no-breaking-migration
import { MigrationInterface, QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

export class Boats1711900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // ok: no-breaking-migration -- a new table and its index
    await queryRunner.createTable(new Table({ name: 'boats', columns: [{ name: 'id', type: 'int', isPrimary: true }] }));
    // ok: no-breaking-migration
    await queryRunner.createIndex('boats', new TableIndex({ columnNames: ['name'] }));
    // ok: no-breaking-migration
    await queryRunner.addColumn('ports', new TableColumn({ name: 'size', type: 'int', default: 0 }));
    // bad: no-breaking-migration
    await queryRunner.renameColumn('ports', 'a', 'b');
    // bad: no-breaking-migration
    await queryRunner.dropTable('piers');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('boats');
  }
}
