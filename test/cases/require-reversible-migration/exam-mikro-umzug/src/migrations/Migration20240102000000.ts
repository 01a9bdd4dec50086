// @complete: require-reversible-migration
import { Migration } from '@mikro-orm/migrations';

// ok: require-reversible-migration
export class Migration20240102000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql('alter table "visits" add column "note" text null;');
  }

  override async down(): Promise<void> {
    this.addSql('alter table "visits" drop column "note";');
  }
}
