// @complete: no-breaking-migration
import { MigrationInterface, QueryRunner } from 'typeorm';

export class Contacts1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // ok: no-breaking-migration
    await queryRunner.query('ALTER TABLE "contact" ADD COLUMN "nick" text');
    // bad: no-breaking-migration
    await queryRunner.query('ALTER TABLE "contact" ALTER COLUMN "email" SET NOT NULL');
    // bad: no-breaking-migration
    await queryRunner.query('ALTER TABLE "contact" DROP COLUMN "fax"');
    // bad: no-breaking-migration
    await queryRunner.query('ALTER TABLE "contact" ALTER COLUMN "age" TYPE smallint');
    // bad: no-breaking-migration
    await queryRunner.dropTable('fax_numbers');
    // ok: no-breaking-migration
    await queryRunner.query('ALTER TABLE "contact" DROP CONSTRAINT "contact_email_key"');
    // ok: no-breaking-migration
    await queryRunner.query('ALTER TABLE "contact" ADD COLUMN "score" int NOT NULL DEFAULT 0');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // ok: no-breaking-migration
    await queryRunner.query('ALTER TABLE "contact" DROP COLUMN "nick"');
  }
}
