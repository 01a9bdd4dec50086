// @complete: no-breaking-migration
import { MigrationInterface, QueryRunner, TableColumn, TableIndex } from 'typeorm';

export class Cars1700000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // bad: no-breaking-migration
    await queryRunner.dropColumn('cars', 'legacy');
    // bad: no-breaking-migration
    await queryRunner.query(`ALTER TABLE "cars" RENAME COLUMN "a" TO "b"`);
    // bad: no-breaking-migration
    await queryRunner.addColumn('cars', new TableColumn({ name: 'vin', type: 'varchar' }));
    // ok: no-breaking-migration
    await queryRunner.addColumn('cars', new TableColumn({ name: 'doors', type: 'int', isNullable: true }));
    // ok: no-breaking-migration
    await queryRunner.query(`CREATE INDEX CONCURRENTLY "cars_vin" ON "cars" ("vin")`);
    // bad: no-breaking-migration
    await queryRunner.createIndex('cars', new TableIndex({ columnNames: ['vin'] }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('cars', 'vin');
  }
}
