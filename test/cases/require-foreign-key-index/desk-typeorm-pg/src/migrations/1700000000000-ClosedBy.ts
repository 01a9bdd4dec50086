import { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosedBy1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX "IDX_tickets_closed_by" ON "tickets" ("closed_by")`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "IDX_tickets_closed_by"`);
  }
}
