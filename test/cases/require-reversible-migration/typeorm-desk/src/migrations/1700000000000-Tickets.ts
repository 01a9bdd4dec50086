import { MigrationInterface, QueryRunner } from 'typeorm';

export class Tickets1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE ticket ADD COLUMN closed_at timestamptz');
  }

  // bad: require-reversible-migration
  async down(_queryRunner: QueryRunner): Promise<void> {
    // later
  }
}

export class Notes1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE note (id uuid)');
  }

  // ok: require-reversible-migration
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE note');
  }
}
